import { v0Path } from './rust-v0.js';

/**
 * A function’s name as it was written, where a profiler left it as Rust’s compiler has mangled it; any other name is
 * given back. Of the newer mangling generic arguments are left out.
 */
export function readableName(name: string): string {
  const path = v0Path(name);
  if (path !== undefined) return path;
  return isLegacy.test(name) ? legacyName(name) : name;
}

/** The older mangling ends with a hash of the build, and has escapes between dollars. */
const isLegacy = /::h[0-9a-f]{16}$|\$(?:SP|BP|RF|LT|GT|LP|RP|C|u[0-9a-f]{1,6})\$/;

const escapes: Readonly<Record<string, string>> = {
  SP: '@',
  BP: '*',
  RF: '&',
  LT: '<',
  GT: '>',
  LP: '(',
  RP: ')',
  C: ',',
};

function legacyName(name: string): string {
  return name
    .replace(/::h[0-9a-f]{16}$/, '')
    .split('::')
    .map((part) => part.replace(/^_(?=\$)/, ''))
    .join('::')
    .replaceAll('..', '::')
    .replace(/\$(?:u([0-9a-f]{1,6})|([A-Z]{1,2}))\$/g, (whole, code?: string, short?: string) => {
      if (code === undefined) return escapes[short ?? ''] ?? whole;
      const point = Number.parseInt(code, 16);
      return point >= 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

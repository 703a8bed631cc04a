import { v0Path } from './rust-v0.js';

/**
 * Demangles a function name that a profiler left as Rust’s compiler has mangled it; returns any other name unchanged.
 * Generic arguments of the newer mangling are left out.
 */
export function readableName(name: string): string {
  const path = v0Path(name);
  if (path !== undefined) return path;
  return isLegacy.test(name) ? legacyName(name) : name;
}

/** The older mangling ends with a hash of the build, and has escapes between dollar signs. */
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

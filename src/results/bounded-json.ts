import { limits } from './limits.js';

/** Limits of a JSON text, checked before it is parsed. */
export interface JsonLimits {
  readonly bytes: number;
  /** Levels of arrays and objects. */
  readonly depth: number;
  /** Arrays and objects in all. */
  readonly containers: number;
  /** Elements of one array. */
  readonly elements: number;
  /** Fields of one object. */
  readonly fields: number;
}

/** For a results document, a baseline or a handover. A call tree is at level 9, and contains the most. */
const documentLimits: JsonLimits = {
  bytes: limits.documentBytes,
  depth: 32,
  containers: 2_000_000,
  elements: limits.series,
  fields: 2 * limits.entries,
};

/**
 * Parses untrusted JSON: 60 MB of `[` take JSON.parse 2.4 GB. The limits are checked on the text, in one pass and
 * without recursion.
 * @throws Error that names the exceeded limit or the mistake in the JSON.
 */
export function parseBoundedJson(text: string, most: JsonLimits = documentLimits): unknown {
  // A character of a string takes up to 3 bytes in UTF-8, so a short text needs no exact count.
  if (text.length > most.bytes || (text.length > most.bytes / 3 && Buffer.byteLength(text) > most.bytes)) {
    throw new Error(`it has more than ${most.bytes} bytes`);
  }
  checkStructure(text, most);
  return JSON.parse(text);
}

function checkStructure(text: string, most: JsonLimits): void {
  /** Elements or fields so far of each open array or object, and whether it is an object. */
  const counts: number[] = [];
  const kinds: boolean[] = [];
  let containers = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openBracket:
      case openBrace:
        containers += 1;
        if (containers > most.containers) throw new Error(`it has more than ${most.containers} arrays and objects`);
        if (counts.length >= most.depth) throw new Error(`it is nested deeper than ${most.depth} levels`);
        counts.push(1);
        kinds.push(text.charCodeAt(at) === openBrace);
        break;
      case closeBracket:
      case closeBrace:
        counts.pop();
        kinds.pop();
        break;
      case comma: {
        const innermost = counts.length - 1;
        const count = (counts[innermost] ?? 0) + 1;
        counts[innermost] = count;
        const isObject = kinds[innermost] === true;
        if (count > (isObject ? most.fields : most.elements)) {
          throw new Error(
            isObject
              ? `an object has more than ${most.fields} fields`
              : `an array has more than ${most.elements} elements`,
          );
        }
        break;
      }
    }
  }
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** End of the string that begins at `start`; the end of the text if the string is not closed. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}

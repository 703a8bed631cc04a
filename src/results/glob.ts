import { limits } from './limits.js';

/** Maximum characters in a glob. */
export const longestGlob = 300;
/** Maximum stars in a glob. */
const mostStars = 20;
/** Maximum alternatives that the braces of a glob expand to. */
const mostAlternatives = 32;

/** Supported glob syntax, for messages. */
export const globSyntax = '`*` (within one part), `**` (across parts), `?`, `[abc]`, `[a-z]`, `[^a]` and `{a,b}`';

/** A glob without braces: for each place, the code of its character or the kind of wildcard. */
interface Program {
  readonly codes: Int32Array;
  /** By place. */
  readonly classes: Readonly<Record<number, CharacterClass>>;
}

interface CharacterClass {
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly negated: boolean;
}

/** Codes of places that are not a character: `?` or a class, `*`, `**` as a whole part; and the end of a text. */
const one = -1;
const many = -2;
const parts = -3;
const none = -4;
const slash = 0x2f;
const dot = 0x2e;

/**
 * Why a glob cannot be used; undefined if it can. Patterns that need backtracking (`*(a|b)`, `!(a)`) are not supported,
 * because globs also come from configurations of untrusted pull requests.
 */
export function globMistake(glob: string): string | undefined {
  try {
    compiled(glob);
    return undefined;
  } catch (error) {
    if (error instanceof GlobMistake) return error.message;
    throw error;
  }
}

/**
 * Whether a glob matches a case id or a path with forward slashes. Takes at most `length of glob x length of text`
 * steps for each alternative of its braces. A glob that cannot be used matches only itself.
 */
export function matchesGlob(glob: string, text: string): boolean {
  if (glob === text) return true;
  if (!hasWildcard(glob)) return false;
  let alternatives: readonly Program[];
  try {
    alternatives = compiled(glob);
  } catch (error) {
    if (error instanceof GlobMistake) return false;
    throw error;
  }
  return alternatives.some((program) => matchesProgram(program, text));
}

/** Maximum steps to match a glob, per character of a text; 0 if it is compared as text. */
export function stepsOfGlob(glob: string): number {
  if (!hasWildcard(glob)) return 0;
  try {
    return compiled(glob).reduce((sum, { codes }) => sum + codes.length, 0);
  } catch (error) {
    if (error instanceof GlobMistake) return 0;
    throw error;
  }
}

function hasWildcard(glob: string): boolean {
  return /[*?[{\\]/.test(glob);
}

class GlobMistake extends Error {}

/** A cache of recent globs: a run matches each of them against many cases. */
const known = new Map<string, readonly Program[]>();
const mostKnown = 2 * limits.globs;
/** Maximum characters and wildcards in all expansions of a glob. */
const mostPlaces = 2_000;

function compiled(glob: string): readonly Program[] {
  const found = known.get(glob);
  if (found !== undefined) return found;
  if (glob.length > longestGlob) throw new GlobMistake(`it has more than ${longestGlob} characters`);
  if (/^!/.test(glob)) throw new GlobMistake('a glob cannot begin with `!`');
  if (glob.split(/\*+/).length - 1 > mostStars) throw new GlobMistake(`it has more than ${mostStars} stars`);
  const alternatives = expanded(glob).map((alternative) => programOf(withoutRepeats(alternative)));
  if (alternatives.reduce((sum, { codes }) => sum + codes.length, 0) > mostPlaces) {
    throw new GlobMistake(`what its braces stand for has more than ${mostPlaces} characters`);
  }
  if (known.size >= mostKnown) known.clear();
  known.set(glob, alternatives);
  return alternatives;
}

/** Drops a repeated `**`, which matches nothing more. */
function withoutRepeats(glob: string): string {
  return glob.replaceAll(/(?<=^|\/)\*\*\/(?=\*\*(?:\/|$))/g, '');
}

/** The globs that braces expand to; braces without a comma are a mistake. */
function expanded(glob: string): string[] {
  const found = firstBraces(glob);
  if (found === undefined) return [glob];
  const { start, end, parts } = found;
  const rests = expanded(glob.slice(end + 1));
  const firsts = parts.flatMap(expanded);
  if (firsts.length * rests.length > mostAlternatives) {
    throw new GlobMistake(`its braces stand for more than ${mostAlternatives} globs`);
  }
  return firsts.flatMap((first) => rests.map((rest) => glob.slice(0, start) + first + rest));
}

function firstBraces(glob: string): { start: number; end: number; parts: string[] } | undefined {
  let start = -1;
  let depth = 0;
  let partStart = 0;
  let parts: string[] = [];
  for (let at = 0; at < glob.length; at += 1) {
    const character = glob[at];
    if (character === '\\') at += 1;
    else if (character === '{') {
      if (depth === 0) [start, partStart, parts] = [at, at + 1, []];
      depth += 1;
    } else if (character === ',' && depth === 1) {
      parts.push(glob.slice(partStart, at));
      partStart = at + 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        if (parts.length === 0) throw new GlobMistake('braces need a comma, as in `{a,b}`');
        return { start, end: at, parts: [...parts, glob.slice(partStart, at)] };
      }
    }
  }
  if (depth > 0) throw new GlobMistake('a brace is not closed');
  return undefined;
}

function programOf(glob: string): Program {
  const codes: number[] = [];
  const classes: Record<number, CharacterClass> = {};
  let at = 0;
  while (at < glob.length) {
    const character = glob[at] ?? '';
    if (character === '(' || character === ')' || character === '|') {
      throw new GlobMistake(`\`${character}\` has no meaning in a glob; write \\${character} for the character itself`);
    }
    if (character === '\\' && at + 1 < glob.length) {
      codes.push(glob.charCodeAt(at + 1));
      at += 2;
    } else if (character === '*') {
      const length = starsAt(glob, at);
      const after = glob[at + length];
      const isWholePart = length === 2 && (at === 0 || glob[at - 1] === '/') && (after === undefined || after === '/');
      codes.push(isWholePart ? parts : many);
      at += length;
    } else if (character === '[') {
      const found = classAt(glob, at);
      classes[codes.length] = found.characters;
      codes.push(one);
      at = found.end;
    } else {
      codes.push(character === '?' ? one : glob.charCodeAt(at));
      at += 1;
    }
  }
  return { codes: Int32Array.from(codes), classes };
}

function starsAt(glob: string, start: number): number {
  let end = start;
  while (glob[end] === '*') end += 1;
  return end - start;
}

function classAt(glob: string, start: number): { characters: CharacterClass; end: number } {
  let at = start + 1;
  if (glob[at] === '!') throw new GlobMistake('write `[^a]` for any character but `a`');
  const negated = glob[at] === '^';
  if (negated) at += 1;
  const ranges: [number, number][] = [];
  for (let isFirst = true; isFirst || glob[at] !== ']'; isFirst = false) {
    if (glob[at] === '\\') at += 1;
    const from = glob[at];
    if (from === undefined || from === '/') throw new GlobMistake('a bracket is not closed');
    const to = glob[at + 1] === '-' && glob[at + 2] !== ']' ? glob[at + 2] : undefined;
    ranges.push([from.charCodeAt(0), (to ?? from).charCodeAt(0)]);
    at += to === undefined ? 1 : 3;
  }
  return { characters: { ranges, negated }, end: at + 1 };
}

/** Follows all places in the glob that the text read so far can reach, each only once. */
function matchesProgram({ codes, classes }: Program, text: string): boolean {
  const end = codes.length;
  let reached = new Uint8Array(end + 3);
  let next = new Uint8Array(end + 3);
  reached[0] = 1;
  for (let at = 0; at <= text.length; at += 1) {
    const character = at < text.length ? text.charCodeAt(at) : none;
    const atStartOfPart = at === 0 || text.charCodeAt(at - 1) === slash;
    const isHidden = atStartOfPart && character === dot;
    // Places that `*` and `**` reach by matching nothing come later, so one pass is enough.
    for (let place = 0; place < end; place += 1) {
      if (reached[place] === 0) continue;
      const code = codes[place] ?? none;
      if (code === many || code === parts) {
        reached[place + 1] = 1;
        // `**/b` matches `b`.
        if (code === parts && atStartOfPart && codes[place + 1] === slash) reached[place + 2] = 1;
        if (!isHidden && character !== none && (code === parts || character !== slash)) next[place] = 1;
      } else if (code === slash) {
        // `a/**` matches `a`; `*/**` needs a slash, as in other matchers.
        if (codes[place + 1] === parts && place + 2 === end && codes[place - 1] !== many) reached[end] = 1;
        if (character === slash) next[place + 1] = 1;
      } else if (code === character || (code < 0 && !isHidden && takesOne(classes[place], character))) {
        next[place + 1] = 1;
      }
    }
    if (at === text.length) return reached[end] === 1;
    // Most globs fail at the first characters of a text.
    if (!next.includes(1)) return false;
    [reached, next] = [next, reached];
    next.fill(0);
  }
  return false;
}

/** Whether `?` or a character class matches a character. Neither matches a slash. */
function takesOne(range: CharacterClass | undefined, character: number): boolean {
  if (character === slash || character === none) return false;
  if (range === undefined) return true;
  return range.ranges.some(([from, to]) => from <= character && character <= to) !== range.negated;
}

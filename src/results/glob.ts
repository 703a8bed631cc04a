/** Characters of a glob, at most. */
export const longestGlob = 300;
/** Stars of a glob, at most. */
const mostStars = 20;
/** Alternatives that the braces of a glob expand to, at most. */
const mostAlternatives = 32;

/** What a glob can be made of, for messages. */
export const globSyntax = '`*` (within one part), `**` (across parts), `?`, `[abc]`, `[a-z]`, `[^a]` and `{a,b}`';

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'class'; readonly ranges: readonly (readonly [string, string])[]; readonly negated: boolean }
  | { readonly kind: 'many' }
  /** Any number of whole parts. */
  | { readonly kind: 'parts' };

/**
 * Why a glob cannot be used; undefined for one that can. Patterns that need backtracking (`*(a|b)`, `!(a)`) are not
 * supported: globs come from configurations of untrusted pull requests, too.
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
 * steps for each alternative of its braces. A glob that cannot be used matches nothing but itself.
 */
export function matchesGlob(glob: string, text: string): boolean {
  if (glob === text) return true;
  let alternatives: readonly (readonly Token[])[];
  try {
    alternatives = compiled(glob);
  } catch (error) {
    if (error instanceof GlobMistake) return false;
    throw error;
  }
  return alternatives.some((tokens) => matchesTokens(tokens, text));
}

class GlobMistake extends Error {}

/** The last globs: a run matches few of them with many cases. */
const known = new Map<string, readonly (readonly Token[])[]>();
const mostKnown = 100;

function compiled(glob: string): readonly (readonly Token[])[] {
  const found = known.get(glob);
  if (found !== undefined) return found;
  if (glob.length > longestGlob) throw new GlobMistake(`it has more than ${longestGlob} characters`);
  if (/^!/.test(glob)) throw new GlobMistake('a glob cannot begin with `!`');
  if (glob.split(/\*+/).length - 1 > mostStars) throw new GlobMistake(`it has more than ${mostStars} stars`);
  const alternatives = expanded(glob).map((one) => tokensOf(withoutRepeats(one)));
  if (known.size >= mostKnown) known.clear();
  known.set(glob, alternatives);
  return alternatives;
}

/** `**` behind another one matches nothing more. */
function withoutRepeats(glob: string): string {
  return glob.replaceAll(/(?<=^|\/)\*\*\/(?=\*\*(?:\/|$))/g, '');
}

/** The globs that braces stand for; braces without a comma are text. */
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

function tokensOf(glob: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < glob.length) {
    const character = glob[at] ?? '';
    const next = glob[at + 1];
    if (character === '(' || character === ')' || character === '|') {
      throw new GlobMistake(`\`${character}\` has no meaning in a glob; write \\${character} for the character itself`);
    }
    if (character === '\\' && next !== undefined) {
      tokens.push({ kind: 'text', text: next });
      at += 2;
    } else if (character === '*') {
      const length = starsAt(glob, at);
      const after = glob[at + length];
      const isWholePart = length === 2 && (at === 0 || glob[at - 1] === '/') && (after === undefined || after === '/');
      tokens.push({ kind: isWholePart ? 'parts' : 'many' });
      at += length;
    } else if (character === '?') {
      tokens.push({ kind: 'one' });
      at += 1;
    } else if (character === '[') {
      const { token, end } = classAt(glob, at);
      tokens.push(token);
      at = end;
    } else {
      tokens.push({ kind: 'text', text: character });
      at += 1;
    }
  }
  return tokens;
}

function starsAt(glob: string, start: number): number {
  let end = start;
  while (glob[end] === '*') end += 1;
  return end - start;
}

function classAt(glob: string, start: number): { token: Token; end: number } {
  let at = start + 1;
  if (glob[at] === '!') throw new GlobMistake('write `[^a]` for any character but `a`');
  const negated = glob[at] === '^';
  if (negated) at += 1;
  const ranges: [string, string][] = [];
  for (let isFirst = true; isFirst || glob[at] !== ']'; isFirst = false) {
    if (glob[at] === '\\') at += 1;
    const from = glob[at];
    if (from === undefined || from === '/') throw new GlobMistake('a bracket is not closed');
    const to = glob[at + 1] === '-' && glob[at + 2] !== ']' ? glob[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    at += to === undefined ? 1 : 3;
  }
  return { token: { kind: 'class', ranges, negated }, end: at + 1 };
}

/** Follows all the places in the glob that the text read so far can lead to, none of them twice. */
function matchesTokens(tokens: readonly Token[], text: string): boolean {
  let reached = new Uint8Array(tokens.length + 1);
  let next = new Uint8Array(tokens.length + 1);
  reach(tokens, reached, 0, true);
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const isFirst = at === 0 || text[at - 1] === '/';
    let isAlive = false;
    next.fill(0);
    for (let place = 0; place < tokens.length; place += 1) {
      const token = tokens[place];
      if (reached[place] === 0 || token === undefined || !takes(token, character, isFirst)) continue;
      const repeats = token.kind === 'many' || token.kind === 'parts';
      reach(tokens, next, repeats ? place : place + 1, character === '/');
      isAlive = true;
    }
    if (!isAlive) return false;
    [reached, next] = [next, reached];
  }
  return reached[tokens.length] === 1;
}

/** Notes a place, and those that are reached with it because `*` and `**` can stand for nothing. */
function reach(tokens: readonly Token[], reached: Uint8Array, start: number, atStartOfPart: boolean): void {
  let place = start;
  while (reached[place] === 0) {
    reached[place] = 1;
    const kind = tokens[place]?.kind;
    const isBehindPart = isText(tokens[place + 1], '/');
    // `**/b` matches `b`.
    if (kind === 'parts' && atStartOfPart && isBehindPart) reach(tokens, reached, place + 2, atStartOfPart);
    // `a/**` matches `a`; `*/**` needs a slash, as in other matchers.
    const isLast = tokens[place + 1]?.kind === 'parts' && place + 2 === tokens.length;
    if (isLast && isText(tokens[place], '/') && tokens[place - 1]?.kind !== 'many') reached[tokens.length] = 1;
    if (kind !== 'many' && kind !== 'parts') return;
    place += 1;
  }
}

function isText(token: Token | undefined, text: string): boolean {
  return token?.kind === 'text' && token.text === text;
}

/** No wildcard takes a slash, but `**`, nor the dot of a hidden name. */
function takes(token: Token, character: string, isFirst: boolean): boolean {
  if (token.kind === 'text') return token.text === character;
  if (isFirst && character === '.') return false;
  if (token.kind === 'parts') return true;
  if (character === '/') return false;
  if (token.kind !== 'class') return true;
  return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.negated;
}

/** Limits on depth and steps, which no name from a compiler exceeds. */
const deepest = 100;
const mostSteps = 5_000;

/**
 * The path in a name of Rust’s v0 mangling: `_RNvNtCs1234_5crate6module8function` is `crate::module::function`. Generic
 * arguments are left out. Undefined for any other name.
 */
export function v0Path(name: string): string | undefined {
  const [, mangled] = /^_R([A-Z]\w*)/.exec(name) ?? [];
  if (mangled === undefined) return undefined;
  try {
    return new Reader(mangled).path();
  } catch (error) {
    if (error instanceof NoName) return undefined;
    throw error;
  }
}

class NoName extends Error {}

const basicTypes: Readonly<Record<string, string>> = {
  a: 'i8',
  b: 'bool',
  c: 'char',
  d: 'f64',
  e: 'str',
  f: 'f32',
  h: 'u8',
  i: 'isize',
  j: 'usize',
  l: 'i32',
  m: 'u32',
  n: 'i128',
  o: 'u128',
  p: '_',
  s: 'i16',
  t: 'u16',
  u: '()',
  v: '...',
  x: 'i64',
  y: 'u64',
  z: '!',
};

/** Parses the grammar of Rust’s RFC 2603; methods are named after its rules. */
class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #steps = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(): string {
    return this.#nested(() => {
      const tag = this.#take();
      if (tag === 'C') return this.#identifier().name;
      if (tag === 'N') return this.#nestedPath();
      if (tag === 'M') {
        this.#implPath();
        return `<${this.#type()}>`;
      }
      if (tag === 'X') {
        this.#implPath();
        return this.#asTrait();
      }
      if (tag === 'Y') return this.#asTrait();
      if (tag === 'I') {
        const path = this.path();
        this.#list(() => this.#genericArgument());
        return path;
      }
      if (tag === 'B') return this.#back(() => this.path());
      throw new NoName();
    });
  }

  #asTrait(): string {
    const type = this.#type();
    return `<${type} as ${this.path()}>`;
  }

  #nestedPath(): string {
    const namespace = this.#take();
    const path = this.path();
    const { name, index } = this.#identifier();
    if (/[a-z]/.test(namespace)) return name === '' ? path : `${path}::${name}`;
    const kind = { C: 'closure', S: 'shim' }[namespace] ?? namespace;
    return `${path}::{${kind}${name === '' ? '' : `:${name}`}#${index}}`;
  }

  #implPath(): void {
    if (this.#eat('s')) this.#base62();
    this.path();
  }

  #type(): string {
    return this.#nested(() => {
      const tag = this.#take();
      const basic = basicTypes[tag];
      if (basic !== undefined) return basic;
      if (tag === 'R' || tag === 'Q') {
        if (this.#eat('L')) this.#base62();
        return `&${tag === 'Q' ? 'mut ' : ''}${this.#type()}`;
      }
      if (tag === 'P') return `*const ${this.#type()}`;
      if (tag === 'O') return `*mut ${this.#type()}`;
      if (tag === 'S') return `[${this.#type()}]`;
      if (tag === 'A') {
        const type = this.#type();
        this.#constant();
        return `[${type}; _]`;
      }
      if (tag === 'T') return `(${this.#list(() => this.#type()).join(', ')})`;
      if (tag === 'F') return this.#function();
      if (tag === 'D') return this.#dynamic();
      if (tag === 'B') return this.#back(() => this.#type());
      this.#at -= 1;
      return this.path();
    });
  }

  #function(): string {
    if (this.#eat('G')) this.#base62();
    this.#eat('U');
    if (this.#eat('K') && !this.#eat('C')) this.#undisambiguated();
    const parameters = this.#list(() => this.#type()).join(', ');
    const result = this.#type();
    return `fn(${parameters})${result === '()' ? '' : ` -> ${result}`}`;
  }

  #dynamic(): string {
    if (this.#eat('G')) this.#base62();
    const traits = this.#list(() => {
      const path = this.path();
      while (this.#eat('p')) {
        this.#undisambiguated();
        this.#type();
      }
      return path;
    });
    if (!this.#eat('L')) throw new NoName();
    this.#base62();
    return `dyn ${traits.join(' + ')}`;
  }

  #genericArgument(): void {
    if (this.#eat('L')) this.#base62();
    else if (this.#eat('K')) this.#constant();
    else this.#type();
  }

  /** Numbers, booleans and characters; other constants are not supported. */
  #constant(): void {
    this.#nested(() => {
      if (this.#eat('B')) return this.#back(() => this.#constant());
      if (this.#eat('p')) return;
      if (!/[abchijlmnostxy]/.test(this.#take()) || !this.#match(/n?[0-9a-f]*_/y)) throw new NoName();
    });
  }

  #identifier(): { readonly name: string; readonly index: number } {
    const index = this.#eat('s') ? this.#base62() + 1 : 0;
    return { name: this.#undisambiguated(), index };
  }

  #undisambiguated(): string {
    // Punycode is shown undecoded.
    this.#eat('u');
    const digits = this.#match(/0|[1-9]\d{0,5}/y);
    if (digits === undefined) throw new NoName();
    this.#eat('_');
    const from = this.#at;
    this.#at += Number(digits);
    if (this.#at > this.#text.length) throw new NoName();
    return this.#text.slice(from, this.#at);
  }

  /** `_` is 0, `0_` is 1. */
  #base62(): number {
    const digits = this.#match(/[0-9a-zA-Z]*(?=_)/y);
    if (digits === undefined) throw new NoName();
    this.#at += 1;
    if (digits === '') return 0;
    const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    return 1 + [...digits].reduce((value, digit) => 62 * value + alphabet.indexOf(digit), 0);
  }

  /** Follows a back reference to an earlier position. */
  #back<Read>(read: () => Read): Read {
    const here = this.#at - 1;
    const target = this.#base62();
    if (target >= here) throw new NoName();
    const behind = this.#at;
    this.#at = target;
    const found = read();
    this.#at = behind;
    return found;
  }

  #list<Read>(read: () => Read): Read[] {
    const all: Read[] = [];
    while (!this.#eat('E')) all.push(read());
    return all;
  }

  #nested<Read>(read: () => Read): Read {
    this.#steps += 1;
    this.#depth += 1;
    if (this.#depth > deepest || this.#steps > mostSteps) throw new NoName();
    const found = read();
    this.#depth -= 1;
    return found;
  }

  #take(): string {
    const found = this.#text[this.#at];
    if (found === undefined) throw new NoName();
    this.#at += 1;
    return found;
  }

  #eat(expected: string): boolean {
    if (this.#text[this.#at] !== expected) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    this.#at += found?.length ?? 0;
    return found;
  }
}

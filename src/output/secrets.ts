import { formsOf } from './secret-forms.js';

/** Shorter values are not redacted: they would occur in ordinary words. */
export const shortestSecret = 8;
/** Generated keys that are remembered. Each lives as long as one sample, so no later text contains older ones. */
const generatedKept = 32;
const replacement = '***';
const ellipsis = '…';

/** Values that must not be stored or printed. */
export class Secrets {
  readonly #lasting = new Set<string>();
  #generated: readonly string[] = [];
  #patterns: { readonly all: RegExp; readonly notNumbers: RegExp | undefined } | undefined;
  #forms: readonly string[] = [];

  /** Remembers a value for the rest of the process. Undefined and short values are ignored. */
  keep(...values: readonly (string | undefined)[]): void {
    for (const value of values) {
      if (value === undefined || value.trim().length < shortestSecret || this.#lasting.has(value)) continue;
      this.#lasting.add(value);
      this.#rebuild();
    }
  }

  /** Remembers a key that was generated for one server. Only the last 32 are kept. */
  keepGenerated(value: string): void {
    this.#generated = [...this.#generated, value].slice(-generatedKept);
    this.#rebuild();
  }

  /** The text with `***` in place of every secret, plain or encoded. */
  redact(text: string): string {
    return this.#patterns === undefined ? text : this.#withoutCut(text.replaceAll(this.#patterns.all, replacement));
  }

  /** Like redact, for a whole file. Numeric secrets stay, because replacing them would change figures. */
  redactFile(text: string): string {
    const pattern = this.#patterns?.notNumbers;
    return pattern === undefined ? text : text.replaceAll(pattern, replacement);
  }

  /** Like redact, for a truncated text: parts of a secret at its ends are replaced too. */
  redactCut(text: string): string {
    let whole = this.redact(text);
    for (const form of this.#forms) whole = withoutParts(whole, form);
    return whole;
  }

  /** Like redact, for every string in a value. Numbers, keys and the shape stay. */
  redactDeep<T>(value: T): T {
    return this.#patterns === undefined ? value : (this.#deep(value) as T);
  }

  /** Redacts the start of a secret before `…`, where memory-bench may have truncated it. */
  #withoutCut(text: string): string {
    if (!text.includes(ellipsis)) return text;
    const [last = '', ...others] = text.split(ellipsis).reverse();
    return [...others.reverse().map((part) => this.#forms.reduce(withoutBeginning, part)), last].join(ellipsis);
  }

  #deep(value: unknown): unknown {
    if (typeof value === 'string') return value.length < shortestSecret ? value : this.redact(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.#deep(item));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#deep(member)]));
  }

  #rebuild(): void {
    const forms = [...this.#lasting, ...this.#generated].flatMap(formsOf).sort((a, b) => b.length - a.length);
    const words = forms.filter((form) => !/^[\d.+-]+$/.test(form));
    this.#forms = forms;
    this.#patterns = { all: anyOf(forms), notNumbers: words.length === 0 ? undefined : anyOf(words) };
  }
}

/** The secrets of this process. */
const ours = new Secrets();

/** @see Secrets.keep */
export function keepSecret(...values: readonly (string | undefined)[]): void {
  ours.keep(...values);
}

/** @see Secrets.keepGenerated */
export function keepGeneratedSecret(value: string): void {
  ours.keepGenerated(value);
}

/** @see Secrets.redact */
export function redact(text: string): string {
  return ours.redact(text);
}

/** @see Secrets.redactFile */
export function redactFile(text: string): string {
  return ours.redactFile(text);
}

/** @see Secrets.redactCut */
export function redactCut(text: string): string {
  return ours.redactCut(text);
}

/** @see Secrets.redactDeep */
export function redactDeep<T>(value: T): T {
  return ours.redactDeep(value);
}

function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}

/** Replaces the end of a secret at the start of a text, and its start at the end. */
function withoutParts(text: string, secret: string): string {
  for (let length = Math.min(secret.length, text.length) - 1; length >= shortestPart; length -= 1) {
    if (text.startsWith(secret.slice(-length))) return withoutParts(`${replacement}${text.slice(length)}`, secret);
    if (text.endsWith(secret.slice(0, length))) return withoutParts(`${text.slice(0, -length)}${replacement}`, secret);
  }
  return text;
}

/** Replaces the start of a secret at the end of a text. */
function withoutBeginning(text: string, secret: string): string {
  for (let length = Math.min(secret.length, text.length); length >= shortestPart; length -= 1) {
    if (text.endsWith(secret.slice(0, length))) return `${text.slice(0, -length)}${replacement}`;
  }
  return text;
}

/** Shorter parts of a secret reveal little and occur by chance. */
const shortestPart = 6;

import fc from 'fast-check';
import { hostileText } from '../report/hostile.js';

/** Names that JavaScript, the runner of GitHub, YAML and a terminal give a meaning to. */
const loaded = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '::error::a',
  '::stop-commands::a',
  '##[error]a',
  '\n::add-mask::a',
  '<!-- memory-bench:default -->',
  '<!-- memory-bench:section leg="" run="1" attempt="1" sha="" -->',
  '</script>',
  '-->',
  '\u0000',
  '\u001b]8;;http://a.b\u0007',
  '\udfff',
  '\u2028',
  '../../etc/passwd',
  '*a*a*a*a*a*a*b',
  '(a+)+$',
  '{a,b}{a,b}{a,b}{a,b}',
  '[[[[[[[[',
  '%F0%9F',
  '1e999',
  '&x',
  '<<: *x',
] as const;

/** Text that means harm: what reports are fuzzed with, names with a meaning, and long repetitions of either. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom(...loaded) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.oneof(
          fc.constantFrom(
            'a',
            ' ',
            '(',
            ')',
            '/',
            '*',
            '`',
            '@a',
            '<',
            '_',
            '{',
            '\n',
            ':',
            '$',
            '"',
            '\\',
            '::',
            ' (in ',
          ),
          hostileText,
        ),
        fc.integer({ min: 50, max: 3_000 }),
      )
      .map(([part, times]) => part.repeat(times).slice(0, 8_000)),
  },
);

/** Numbers at the edges of what schemas take, and beyond. */
export const anyNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.1,
    1e-300,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    2 ** 53 + 2,
    1e15,
    1e16,
    1e300,
    Number.MAX_VALUE,
  ),
  { weight: 4, arbitrary: fc.integer() },
  fc.nat({ max: 100 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const anyLeaf: fc.Arbitrary<unknown> = fc.oneof(anyText, anyNumber, fc.boolean(), fc.constant(null));

/** Any JSON value, shallow or deep. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  anyLeaf,
  fc.array(anyLeaf, { maxLength: 4 }),
  fc.dictionary(anyText, anyLeaf, { maxKeys: 4 }),
  fc.integer({ min: 1, max: 3_000 }).map(nested),
);

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

interface Mutation {
  readonly at: number;
  readonly kind: 'same-type' | 'replace' | 'remove' | 'add' | 'repeat';
  readonly text: string;
  readonly number: number;
  readonly json: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat({ max: 2 ** 30 }),
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant('same-type' as const) },
    { weight: 1, arbitrary: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const, 'repeat' as const) },
  ),
  text: anyText,
  number: anyNumber,
  json: anyJson,
});

/** A valid document with a few of its values changed: mostly to others of their type, so that it stays readable. */
export function mutated(documents: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...documents), fc.array(mutation, { maxLength: 5 }))
    .map(([document, mutations]) => mutations.reduce((value, next) => applied(value, next), structuredClone(document)));
}

type Slot = { readonly holder: Record<string, unknown>; readonly key: string };

function applied(document: unknown, { at, kind, text, number, json }: Mutation): unknown {
  const slots = slotsOf(document);
  const slot = slots[at % Math.max(1, slots.length)];
  if (slot === undefined) return json;
  const { holder, key } = slot;
  const value = holder[key];
  if (kind === 'same-type') {
    if (typeof value === 'string') holder[key] = text;
    else if (typeof value === 'number') holder[key] = number;
    else if (typeof value === 'boolean') holder[key] = !value;
    else if (Array.isArray(value)) holder[key] = at % 3 === 0 ? [] : [...value, ...value];
  } else if (kind === 'replace') holder[key] = json;
  else if (kind === 'remove') delete holder[key];
  else if (kind === 'add') holder[text] = json;
  else if (Array.isArray(value)) holder[key] = Array.from({ length: 60 }, () => value[0]);
  return document;
}

function slotsOf(document: unknown): Slot[] {
  const slots: Slot[] = [];
  const open: unknown[] = [document];
  for (const value of open) {
    if (typeof value !== 'object' || value === null) continue;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      slots.push({ holder, key });
      open.push(holder[key]);
    }
  }
  return slots;
}

/** The JSON text of a mutated document, sometimes with a mistake in the text itself. */
export function mutatedJson(documents: readonly unknown[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: mutated(documents).map((value) => JSON.stringify(value) ?? 'null') },
    { weight: 1, arbitrary: mutatedText(documents.map((document) => JSON.stringify(document))) },
    { weight: 1, arbitrary: anyJson.map((value) => JSON.stringify(value) ?? '') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('[', '{"a":', '"', '\\', '{'), fc.nat({ max: 50_000 }))
        .map(([part, times]) => part.repeat(times)),
    },
  );
}

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly kind: 'insert' | 'remove' | 'double' | 'truncate';
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 2 ** 30 }),
  length: fc.nat({ max: 60 }),
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('insert' as const, 'remove' as const, 'double' as const) },
    { weight: 1, arbitrary: fc.constant('truncate' as const) },
  ),
  text: anyText,
});

/** A valid text with a few pieces inserted, removed or doubled; sometimes nothing but hostile text. */
export function mutatedText(texts: readonly string[]): fc.Arbitrary<string> {
  const edited = fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 6 }))
    .map(([text, edits]) => edits.reduce(editedBy, text));
  return fc.oneof({ weight: 6, arbitrary: edited }, { weight: 1, arbitrary: anyText });
}

function editedBy(text: string, { at, length, kind, text: inserted }: Edit): string {
  const start = at % (text.length + 1);
  const end = start + length;
  if (kind === 'truncate') return text.slice(0, start);
  if (kind === 'remove') return text.slice(0, start) + text.slice(end);
  if (kind === 'insert') return text.slice(0, start) + inserted + text.slice(start);
  return text.slice(0, end) + text.slice(start);
}

/** Valid bytes with a few of them changed, or any bytes. */
export function mutatedBytes(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(
    fc.nat({ max: 2 ** 30 }),
    fc.oneof(fc.constantFrom(0, 1, 0x7f, 0xff), fc.integer({ min: 0, max: 255 })),
  );
  const changed = fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 8 }), fc.nat({ max: 40 }))
    .map(([bytes, changes, cut]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return cut < 4 ? copy.subarray(0, copy.length - cut * 7) : copy;
    });
  return fc.oneof({ weight: 6, arbitrary: changed }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) });
}

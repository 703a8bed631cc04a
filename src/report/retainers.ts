import type { Retainers } from '../results/schema.js';
import { bytesWords } from './format.js';

type Holder = Retainers['holders'][number];

/** Holders that a finding names. */
const mostLines = 2;

/** Holders of leaked objects, one line each: "`recent` (Map) at src/app.js:3 holds 4,000 objects, 8.1 MiB". */
export function retainerLines(retainers: Retainers | undefined): string[] {
  return (retainers?.holders ?? []).slice(0, mostLines).map((holder) => {
    const { at, through, objects, bytes } = holder;
    const place = at === undefined ? '' : ` at ${at.file}:${at.line}`;
    const named = through === undefined ? '' : `, through ${functionWords(through)}`;
    return `${holderWords(holder)}${place} holds ${objectsWords(objects)}, ${bytesWords(bytes)}${named}`;
  });
}

/** The variable and its class: "`recent` (Map)". */
export function holderWords({ name, type }: Pick<Holder, 'name' | 'type'>): string {
  // Node keeps timers in lists by their duration.
  if (name.startsWith('timerListMap') || type === 'TimersList') return 'Node’s list of active timers';
  if (type === 'synthetic') return 'V8 itself';
  return name === '' ? type : `\`${name}\` (${type})`;
}

/** A function with its place. */
export function functionWords({ file, line, function: name }: NonNullable<Holder['through']>): string {
  return `${name === '' ? 'the function' : `\`${name}\``} at ${file}:${line}`;
}

/** Most of the held objects, by type: `10,000 string (312.1 KiB), 500 Object (19.5 KiB)`. */
export function heldWords({ held }: Pick<Holder, 'held'>): string {
  return held
    .map(({ type, objects, bytes }) => `${objects.toLocaleString('en-US')} ${type} (${bytesWords(bytes)})`)
    .join(', ');
}

function objectsWords(objects: number): string {
  return `${objects.toLocaleString('en-US')} ${objects === 1 ? 'object' : 'objects'}`;
}

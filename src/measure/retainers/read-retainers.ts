import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { EnvironmentError, InterruptedError } from '../../errors.js';
import { compiledEntry } from '../../package-root.js';
import { longestHolderName, mostHeldTypes, mostHolders } from '../../results/retainers-schema.js';
import type { Retainers } from '../../results/schema.js';
import { describeEnding, endingDrained, killGroup, LogTail } from '../../services/child.js';
import type { Guardian } from '../../services/guardian.js';
import type { Case } from '../../suite/cases.js';
import { placesOf } from '../sites/places.js';
import { readRecord } from '../sites/read-record.js';
import type { FoundRetainers } from './find-retainers.js';
import type { ScriptPlace } from './scripts.js';

/** Limit of the child's JavaScript heap; the columns of a snapshot are outside of it. */
const heapMebibytes = 1_024;
/** A snapshot of 500 MB takes about twenty seconds. */
const withinMs = 10 * 60_000;

const amount = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER);
const place: z.ZodType<ScriptPlace | undefined> = z
  .object({ functionName: z.string(), url: z.string(), line: amount, column: amount })
  .optional();
const foundSchema: z.ZodType<FoundRetainers> = z.object({
  grownBytes: amount,
  grownObjects: amount,
  holders: z.array(
    z
      .object({
        name: z.string(),
        type: z.string(),
        bytes: amount,
        objects: amount,
        held: z.array(z.object({ type: z.string(), objects: amount, bytes: amount })),
        at: place,
        through: place,
      })
      .transform((holder) => ({ ...holder, at: holder.at, through: holder.through })),
  ),
});

/** The worker's record; the snapshots are beside it. */
const recordSchema = z.object({ iterations: z.int().nonnegative() });

/** Paths of the snapshots of a retainers pass, in the folder of its sample. */
export function snapshotFiles(recordFile: string): { readonly before: string; readonly after: string } {
  return { before: `${recordFile}.before.heapsnapshot`, after: `${recordFile}.after.heapsnapshot` };
}

/**
 * Reads the two heap snapshots of a retainers pass, in a separate process.
 * @throws EnvironmentError if they cannot be read, InterruptedError if the run is cancelled.
 */
export async function readRetainers(
  recordFile: string,
  { sources, scenarioUrl }: Pick<Case, 'sources' | 'scenarioUrl'>,
  services: { readonly workingDirectory: string; readonly guardian: Guardian; readonly signal: AbortSignal },
): Promise<Retainers> {
  const { iterations } = await readRecord(recordFile, recordSchema);
  const answer = join(`${recordFile}.retainers.json`);
  await analyse(recordFile, scenarioUrl, answer, services);
  const { grownBytes, grownObjects, holders } = await readRecord(answer, foundSchema);
  const locate = placesOf(sources, services.workingDirectory);
  const shown = (found: ScriptPlace | undefined) => (found === undefined ? undefined : shownPlace(found));
  return {
    iterations,
    grownBytes: Math.round(grownBytes),
    grownObjects: Math.round(grownObjects),
    holders: holders.slice(0, mostHolders).map(({ name, type, bytes, objects, held, at, through }) => ({
      name: cut(name),
      type: cut(type),
      objects,
      bytes,
      held: held.slice(0, mostHeldTypes).map((each) => ({ ...each, type: cut(each.type) })),
      ...optional('at', shown(at)),
      ...optional('through', shown(through)),
    })),
  };

  function shownPlace(found: ScriptPlace) {
    const { owner, place: located } = locate(found);
    return owner === 'inside' || owner === 'recorder' || located.file === '' ? undefined : located;
  }
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: Value });
}

function cut(text: string): string {
  return text.length <= longestHolderName ? text : `${text.slice(0, longestHolderName - 1)}…`;
}

async function analyse(
  recordFile: string,
  scenarioUrl: string,
  answer: string,
  { guardian, signal }: { readonly guardian: Guardian; readonly signal: AbortSignal },
): Promise<void> {
  const { before, after } = snapshotFiles(recordFile);
  const entry = compiledEntry('measure/retainers/retainers-entry');
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMebibytes}`, entry, before, after, scenarioUrl, answer],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  if (child.pid !== undefined) guardian.watch(child.pid);
  const log = new LogTail().follow(child);
  const kill = () => killGroup(child);
  const timer = setTimeout(kill, withinMs);
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  try {
    const how = await endingDrained(child);
    if (signal.aborted) throw new InterruptedError('the run was interrupted');
    if ('code' in how && how.code === 0) return;
    throw new EnvironmentError(
      `the heap snapshots cannot be read: ${log.text === '' ? describeEnding(how) : log.text}`,
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    if (child.pid !== undefined) guardian.forget(child.pid);
  }
}

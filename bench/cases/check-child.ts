// node --expose-gc check-child.js <URL of a scenario module> <case id> <folder>: prints the growth per call, by series.
import { createHook } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import koffi from 'koffi';
import { z } from 'zod';

const [url = '', id = '', folder = ''] = process.argv.slice(2);
const mostCalls = 140;
/** Enough for cases that cost megabytes per call. */
const heavyCalls = 40;

const fn = z.custom<(context: unknown, state: unknown) => unknown>((value) => typeof value === 'function');
const scenarioSchema = z.looseObject({
  name: z.string(),
  cases: z.record(z.string(), z.looseObject({ params: z.unknown() })).optional(),
  setup: fn.optional(),
  run: fn,
  teardown: fn.optional(),
});

const libc = koffi.load('libc.so.6');
const sizes = [
  'arena',
  'ordblks',
  'smblks',
  'hblks',
  'hblkhd',
  'usmblks',
  'fsmblks',
  'uordblks',
  'fordblks',
  'keepcost',
];
const info = koffi.struct('mallinfo2', Object.fromEntries(sizes.map((name) => [name, 'size_t'])));
const mallinfo2 = libc.func('mallinfo2', info, []);

const openHandles = new Set<number>();
createHook({
  init: (asyncId, type) => {
    if (['Timeout', 'FSEVENTWRAP', 'TCPWRAP', 'TCPSERVERWRAP', 'PIPEWRAP', 'PROCESSWRAP', 'WORKER'].includes(type)) {
      openHandles.add(asyncId);
    }
  },
  destroy: (asyncId) => openHandles.delete(asyncId),
}).enable();

interface Reading {
  readonly [series: string]: number;
}

async function read(): Promise<Reading> {
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    await delay(5);
  }
  const { heapUsed, external } = process.memoryUsage();
  const { uordblks, hblkhd } = z
    .looseObject({ uordblks: z.coerce.number(), hblkhd: z.coerce.number() })
    .parse(mallinfo2());
  const children = childrenOf(process.pid);
  return {
    heap: heapUsed,
    external,
    malloc: uordblks + hblkhd,
    anon: statusOf(process.pid, 'RssAnon') * 1024,
    child: children.reduce((sum, pid) => sum + statusOf(pid, 'RssAnon') * 1024, 0),
    descriptors: readdirSync('/proc/self/fd').length,
    threads: statusOf(process.pid, 'Threads'),
    handles: openHandles.size,
    children: children.length,
  };
}

function statusOf(pid: number, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // The process has ended since it was listed.
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

const module: Record<string, unknown> = await import(url);
const scenarios = Object.values(module).flatMap((exported) => scenarioSchema.safeParse(exported).data ?? []);
const scenario = scenarios.find(({ name }) => id === name || id.startsWith(`${name}/`));
if (scenario === undefined) throw new Error(`no scenario of ${url} has the case ${id}`);
const params = scenario.cases?.[id.slice(scenario.name.length + 1)]?.params ?? {};
const context = {
  params,
  tempDir: folder,
  signal: new AbortController().signal,
  log: () => {},
  text: (bytes: number) => 'lorem ipsum '.repeat(Math.ceil(bytes / 12)).slice(0, bytes),
};
const state = await scenario.setup?.(context, undefined);
const readings: Reading[] = [];
const startedAt = performance.now();
for (let iteration = 0; iteration < mostCalls; iteration += 1) {
  try {
    await scenario.run({ ...context, iteration }, state);
  } catch (error) {
    if (error instanceof RangeError && iteration > 0) break; // The data of the scenario end here.
    throw error;
  }
  readings.push(await read());
  const isHeavy = (readings.at(-1)?.anon ?? 0) > 1024 ** 3 || performance.now() - startedAt > 20_000;
  if (isHeavy && iteration >= heavyCalls) break;
}
// Only the last two thirds count: memory that fills at first has long been full by then.
const from = readings[Math.floor(readings.length / 3)] ?? {};
const to = readings.at(-1) ?? {};
const calls = readings.length - 1 - Math.floor(readings.length / 3);
const rates = Object.keys(to).map((series) => [series, ((to[series] ?? 0) - (from[series] ?? 0)) / calls]);
// Children of the scenario may have written to the same output.
process.stdout.write(`\n${JSON.stringify({ ...Object.fromEntries(rates), calls: readings.length })}\n`);
await scenario.teardown?.(context, state);
process.exit();

import type { MeasuredSample, Native, Sample } from '../results/schema.js';
import type { NativeFinding, NativeTotals } from './verdict.js';

/** The findings of the native memory profilers for a case, beside those of its baseline. */
export function compareNative(now: readonly Sample[], baseline: readonly MeasuredSample[]): NativeFinding[] {
  return latest(now).map((sample): NativeFinding => {
    if (sample.status === 'failed') return { kind: 'failed', message: sample.error.message };
    const { native } = sample;
    if (native === undefined) return { kind: 'failed', message: 'the profiler left nothing' };
    const before = baseline.flatMap((other) => other.native ?? []).find((other) => isAlike(native, other));
    return { kind: 'profile', now: native, baseline: before && totalsOf(before) };
  });
}

/** The latest sample of each profiler. A failure counts only if nothing was found: a resumed run tries again. */
function latest(samples: readonly Sample[]): Sample[] {
  const ofPass = samples.filter(({ pass }) => pass === 'native');
  const found = new Map<string, Sample>();
  for (const sample of ofPass) {
    if (sample.status === 'measured') found.set(sample.native?.profiler ?? '', sample);
  }
  return found.size > 0 ? [...found.values()] : ofPass.slice(-1);
}

function isAlike(now: Native, before: Native): boolean {
  if (now.subject !== before.subject) return false;
  if (now.profiler === 'heaptrack') return before.profiler === 'heaptrack';
  return before.profiler === 'massif' && before.counts === now.counts;
}

function totalsOf(native: Native): NativeTotals {
  const { peakBytes } = native;
  if (native.profiler === 'massif') return { peakBytes };
  return { peakBytes, leakedBytes: native.leakedBytes, allocationCalls: native.allocationCalls };
}

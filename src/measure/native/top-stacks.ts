import { mostFrames, mostStacks, type NativeFrame, type NativeStack } from '../../results/native-schema.js';
import { isPlumbing, isUnnamed, type RawFrame, shownFrame } from './frames.js';
import type { RawStack } from './heaptrack-text.js';

/**
 * The largest stacks as reports show them: a few frames from the innermost function that says something. Stacks that
 * read alike are merged.
 */
export function topStacks(stacks: readonly RawStack[], by: 'bytes' | 'calls', workingDirectory: string): NativeStack[] {
  const merged = new Map<string, NativeStack>();
  for (const { bytes, calls, frames } of stacks) {
    const shown: NativeFrame[] = tellingFrames(frames)
      .slice(0, mostFrames)
      .map((frame) => shownFrame(frame, workingDirectory));
    const key = JSON.stringify(shown);
    const known = merged.get(key);
    merged.set(key, { frames: shown, bytes: bytes + (known?.bytes ?? 0), calls: calls + (known?.calls ?? 0) });
  }
  return [...merged.values()]
    .filter((stack) => stack[by] > 0)
    .sort((a, b) => b[by] - a[by])
    .slice(0, mostStacks);
}

/** The frames of a stack that say something, in its order. */
export function tellingFrames(frames: readonly RawFrame[]): readonly RawFrame[] {
  const told = frames
    .filter((frame) => !isPlumbing(frame))
    // Compiled JavaScript has neither a name nor a file.
    .filter(({ function: name, object }) => !isUnnamed(name) || (object !== '' && object !== '??'))
    .filter((frame, index, all) => !isSameUnnamed(frame, all[index - 1]));
  // If all frames are plumbing, show the innermost one.
  return told.length > 0 ? told : frames.slice(0, 1);
}

/** In a stripped library, a row of calls says no more than one. */
function isSameUnnamed(frame: RawFrame, before: RawFrame | undefined): boolean {
  return (
    before !== undefined && isUnnamed(frame.function) && isUnnamed(before.function) && before.object === frame.object
  );
}

import { mostFrames, mostStacks, type NativeFrame, type NativeStack } from '../../results/native-schema.js';
import { isPlumbing, type RawFrame, shownFrame } from './frames.js';
import type { RawStack } from './heaptrack-text.js';

/**
 * The greatest stacks as a reader wants them: from the innermost function that says something, a few frames, and those
 * that read alike as one.
 */
export function topStacks(stacks: readonly RawStack[], by: 'bytes' | 'calls', workingDirectory: string): NativeStack[] {
  const merged = new Map<string, NativeStack>();
  for (const { bytes, calls, frames } of stacks) {
    const shown = tellingFrames(frames, workingDirectory);
    const key = JSON.stringify(shown);
    const known = merged.get(key);
    merged.set(key, { frames: shown, bytes: bytes + (known?.bytes ?? 0), calls: calls + (known?.calls ?? 0) });
  }
  return [...merged.values()]
    .filter((stack) => stack[by] > 0)
    .sort((a, b) => b[by] - a[by])
    .slice(0, mostStacks);
}

function tellingFrames(frames: readonly RawFrame[], workingDirectory: string): NativeFrame[] {
  const shown = frames
    .filter(({ function: name }) => !isPlumbing(name))
    .map((frame) => shownFrame(frame, workingDirectory))
    // Compiled JavaScript has neither a name nor a file.
    .filter(({ function: name, object }) => name !== '' || object !== '');
  const merged = shown.filter((frame, index) => !isSameUnnamed(frame, shown[index - 1]));
  // Where all of it is plumbing, that is what there is to see.
  const told = merged.length > 0 ? merged : frames.slice(0, 1).map((frame) => shownFrame(frame, workingDirectory));
  return told.slice(0, mostFrames);
}

/** Of a stripped library a row of calls says no more than one. */
function isSameUnnamed(frame: NativeFrame, before: NativeFrame | undefined): boolean {
  return frame.function === '' && before?.function === '' && before.object === frame.object;
}

import type { CallTree } from '../../results/schema.js';
import { shownText } from '../escape.js';
import type { CallData, FramesData, Owner } from './model.js';

/** Upper bound that only a forged document exceeds. */
export const mostBytes = 1e15;

const longestPlace = 300;
const longestName = 120;

/** A function as shown in a flame graph. */
export interface ShownFrame {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly owner: Owner;
}

/** Functions as columns, with each file stored once. */
export function framesData(frames: readonly ShownFrame[]): FramesData {
  const keyOf = ({ owner, path }: ShownFrame) => `${owner} ${path}`;
  const files = new Map(frames.map((frame) => [keyOf(frame), frame]));
  const keys = [...files.keys()];
  return {
    files: [...files.values()].map(({ owner, path }) => ({ owner, path: shownText(path, longestPlace) })),
    function: frames.map(({ name }) => shownText(name, longestName)),
    file: frames.map((frame) => keys.indexOf(keyOf(frame))),
    line: frames.map(({ line }) => line),
  };
}

/** The calls in the order of the document. Its schema ensures that they form a tree. */
export function callData({ depth, frame, bytes }: CallTree): CallData {
  return { depth, frame, bytes: bytes.map((own) => Math.round(Math.min(mostBytes, own))) };
}

import { basename, isAbsolute, relative } from 'node:path';
import { longestFile, longestFunction, type NativeFrame } from '../../results/native-schema.js';

/** A frame as a profiler tells it. */
export interface RawFrame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
  /** Path of the program or library. */
  readonly object: string;
}

/** A frame as a reader elsewhere knows it: without the folders of this machine. */
export function shownFrame(frame: RawFrame, workingDirectory: string): NativeFrame {
  return {
    function: isUnnamed(frame.function) ? '' : withoutHash(frame.function).slice(0, longestFunction),
    file: shownFile(frame.file, workingDirectory),
    line: frame.line,
    object: frame.object === '??' ? '' : basename(frame.object).slice(0, longestFile),
  };
}

/** Code that a profiler has no name for: a bare address, or none at all. */
export function isUnnamed(name: string): boolean {
  return name === '' || name === '???' || /^0x[0-9a-f]+$/i.test(name);
}

/**
 * Functions that only pass on what somebody else wants to have: of the standard libraries of C++ and Rust, of allocators,
 * and of V8 on its way from JavaScript.
 */
export function isPlumbing(name: string): boolean {
  return plumbing.test(name) || v8Passage.test(name);
}

const plumbing =
  /^(?:void\* |<)?(?:std::|core::|alloc::|__gnu_cxx::|hashbrown::|operator new|__rust_|_?_?rdl_|__mmap|mmap|__libc_|_?_?(?:m|c|re)alloc|malloc|(?:aligned|posix|x?m|x?c|x?re)_?(?:mem)?alloc|CRYPTO_(?:m|z|re)alloc|Napi::|v8impl::|tikv_|_rjem_|je_|Builtins_)/;

/** On the way from compiled JavaScript into native code. */
const v8Passage =
  /^v8::internal::(?:.*HandleApiCall|FunctionCallbackArguments::|Execution::|\(anonymous namespace\)::Invoke\()/;

/** Rust's older mangling ends with a hash of the build. */
function withoutHash(name: string): string {
  return name.replace(/::h[0-9a-f]{16}$/, '');
}

function shownFile(path: string, workingDirectory: string): string {
  const inCrates = /\/registry\/src\/[^/]+\/(.+)$/.exec(path)?.[1];
  if (inCrates !== undefined) return inCrates.slice(-longestFile);
  const fromHere = isAbsolute(path) ? relative(workingDirectory, path) : '';
  // What is not of the user is known by its name, wherever it was built.
  const shown = fromHere === '' || fromHere.startsWith('..') ? basename(path) : fromHere;
  return shown.slice(-longestFile);
}

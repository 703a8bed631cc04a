import { existsSync } from 'node:fs';
import { basename, isAbsolute, join, normalize, relative } from 'node:path';
import { longestFile, longestFunction, type NativeFrame } from '../../results/native-schema.js';
import { readableName } from './rust-names.js';

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
    function: isUnnamed(frame.function) ? '' : readableName(frame.function).slice(0, longestFunction),
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
export function isPlumbing(frame: Pick<RawFrame, 'function' | 'file'>): boolean {
  const name = readableName(frame.function);
  return isStandardLibrary(frame.file) || [plumbing, v8Passage, rustPlumbing].some((pattern) => pattern.test(name));
}

const plumbing =
  /^(?:void\* |<)?(?:std::|core::|alloc::|__gnu_cxx::|hashbrown::|operator new|__rust_|_?_?rdl_|__mmap|mmap|__libc_|_?_?(?:m|c|re)alloc|malloc|(?:aligned|posix|x?m|x?c|x?re)_?(?:mem)?alloc|CRYPTO_(?:m|z|re)alloc|Napi::|v8impl::|tikv_|_rjem_|je_|Builtins_)/;

/** On the way from compiled JavaScript into native code. */
const v8Passage =
  /^v8::internal::(?:.*HandleApiCall|FunctionCallbackArguments::|Execution::|\(anonymous namespace\)::Invoke\()/;

/**
 * What the compiler puts between a program and its allocator; allocators themselves, whose methods valgrind tells without
 * their type; implementations of std’s traits for any type; and what valgrind has no name for.
 */
const rustPlumbing =
  /^(?:__rustc::|<.+ as core::alloc::(?:global::GlobalAlloc|Allocator)>::|<(?:&(?:mut )?|\[)*(?:[A-Z]|str|u8)\]? as (?:std|core|alloc)::|(?:alloc|alloc_zeroed|realloc)$|UnknownInlinedFun$)/;

/** Sources of std as it was built, or as rustup installs them; headers of libstdc++ and libc++. */
export function isStandardLibrary(file: string): boolean {
  return /^\/rustc\/[^/]+\/library\/|^\/rust\/deps\/|\/rustlib\/src\/rust\/library\/|^library\/(?:alloc|core|std)\/src\/|\/include\/c\+\+\//.test(
    file,
  );
}

/** The path below the working directory; undefined for what is not there. */
export function pathFromHere(file: string, workingDirectory: string): string | undefined {
  if (file === '' || isCrate(file)) return undefined;
  // Rust names the files of a crate from the folder that it was built in.
  if (!isAbsolute(file)) {
    const path = normalize(file);
    return !path.startsWith('..') && existsSync(join(workingDirectory, path)) ? path : undefined;
  }
  const path = relative(workingDirectory, file);
  return path === '' || path.startsWith('..') ? undefined : path;
}

function isCrate(file: string): boolean {
  return /\/registry\/src\/[^/]+\/./.test(file);
}

function shownFile(path: string, workingDirectory: string): string {
  const inCrates = /\/registry\/src\/[^/]+\/(.+)$/.exec(path)?.[1];
  // What is not of the user is known by its name, wherever it was built.
  return (inCrates ?? pathFromHere(path, workingDirectory) ?? basename(path)).slice(-longestFile);
}

import { existsSync } from 'node:fs';
import { basename, isAbsolute, join, normalize, relative } from 'node:path';
import { longestFile, longestFunction, type NativeFrame } from '../../results/native-schema.js';
import { readableName } from './rust-names.js';

/** A frame as a profiler reports it. */
export interface RawFrame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
  /** Path of the program or library. */
  readonly object: string;
}

/** A frame as reports show it, without the folders of this machine. */
export function shownFrame(frame: RawFrame, workingDirectory: string): NativeFrame {
  return {
    function: isUnnamed(frame.function) ? '' : readableName(frame.function).slice(0, longestFunction),
    file: shownFile(frame.file, workingDirectory),
    line: frame.line,
    object: frame.object === '??' ? '' : basename(frame.object).slice(0, longestFile),
  };
}

/** Whether a profiler has no name for a function: a bare address, or nothing at all. */
export function isUnnamed(name: string): boolean {
  return name === '' || name === '???' || /^0x[0-9a-f]+$/i.test(name);
}

/**
 * Whether a function only allocates for its caller: in the standard libraries of C++ and Rust, in allocators, and in V8
 * on its way from JavaScript.
 */
export function isPlumbing(frame: Pick<RawFrame, 'function' | 'file'>): boolean {
  const name = readableName(frame.function);
  const patterns = [plumbing, v8Passage, nodeAllocators, rustPlumbing];
  return isStandardLibrary(frame.file) || patterns.some((pattern) => pattern.test(name));
}

const plumbing =
  /^(?:void\* |<)?(?:std::|core::|alloc::|__gnu_cxx::|hashbrown::|operator new|__rust_|_?_?rdl_|__mmap|mmap|__libc_|_?_?(?:m|c|re)alloc|malloc|(?:aligned|posix|x?m|x?c|x?re)_?(?:mem)?alloc|CRYPTO_(?:m|z|re)alloc|Napi::|v8impl::|tikv_|_rjem_|je_|Builtins_)/;

/** On the way from compiled JavaScript into native code. */
const v8Passage =
  /^v8::internal::(?:.*HandleApiCall|FunctionCallbackArguments::|Execution::|\(anonymous namespace\)::Invoke\()/;

/** Between malloc and its callers in V8 and Node: zones of the compilers, backing stores of Buffers. */
const nodeAllocators =
  /^(?:v8::internal::(?:(?:Aligned)?Alloc\w*WithRetry|AccountingAllocator::|Zone::|Heap::AllocateExternalBackingStore|BackingStore::Allocate|Malloced::)|v8::ArrayBuffer::NewBackingStore|node::(?:NodeArrayBufferAllocator::|Unchecked\w*alloc|\w?[Aa]lloc\b))/;

/**
 * Code that the compiler puts between a program and its allocator; allocators themselves, whose methods valgrind names
 * without their type; implementations of std’s traits for any type; and functions that valgrind has no name for.
 */
const rustPlumbing =
  /^(?:__rustc::|<.+ as core::alloc::(?:global::GlobalAlloc|Allocator)>::|<(?:&(?:mut )?|\[)*(?:[A-Z]|str|u8)\]? as (?:std|core|alloc)::|(?:alloc|alloc_zeroed|realloc)$|UnknownInlinedFun$)/;

/** Matches sources of std, as built or as rustup installs them, and headers of libstdc++ and libc++. */
export function isStandardLibrary(file: string): boolean {
  return /^\/rustc\/[^/]+\/library\/|^\/rust\/deps\/|\/rustlib\/src\/rust\/library\/|^library\/(?:alloc|core|std)\/src\/|\/include\/c\+\+\//.test(
    file,
  );
}

/** The path below the working directory; undefined for files outside it. */
export function pathFromHere(file: string, workingDirectory: string): string | undefined {
  if (file === '' || isCrate(file)) return undefined;
  // Rust names the files of a crate relative to the folder that it was built in.
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
  // Files outside the user's code are shown by name, wherever they were built.
  return (inCrates ?? pathFromHere(path, workingDirectory) ?? basename(path)).slice(-longestFile);
}

import { describe, expect, it } from 'vitest';
import { ownerOf, programIn } from '../../../src/measure/native/owner.js';

const frame = { function: 'work', file: '', line: 0, object: '' };
const profiled = { workingDirectory: '/project', program: 'daemon' };

describe('a call', () => {
  it.each([
    ['program', 'of a source file below the working directory', { file: '/project/src/main.rs' }],
    ['program', 'of the program, without debug information', { object: '/project/target/daemon' }],
    ['library', 'of a package of the project', { file: '/project/node_modules/koffi/src/ffi.cc' }],
    [
      'library',
      'of a crate, although it is linked in',
      {
        file: '/home/me/.cargo/registry/src/index-6f17/tokio-1.40.0/src/task.rs',
        object: '/project/target/daemon',
      },
    ],
    ['library', 'of a shared library', { object: '/usr/lib/libssl.so.3' }],
    ['system', 'of the C library', { object: '/usr/lib/libc.so.6' }],
    ['system', 'of the C library by its source, where massif tells no more', { file: './malloc/malloc.c' }],
    ['system', 'of the loader', { file: './elf/rtld.c', object: '/usr/lib/ld-linux-x86-64.so.2' }],
    ['system', 'of std', { file: '/rustc/5980/library/std/src/rt.rs', object: '/project/target/daemon' }],
    ['system', 'that massif has put together', { function: '(mapped when the program was started)' }],
    ['system', 'of Node', { object: '/usr/bin/node' }],
  ] as const)('is of the %s: %s', (owner, _, told) => {
    expect(ownerOf({ ...frame, ...told }, profiled)).toBe(owner);
  });

  it('is of nobody’s program where Node is profiled', () => {
    const worker = { workingDirectory: '/project', program: undefined };
    expect(ownerOf({ ...frame, object: '/opt/daemon' }, worker)).toBe('library');
  });
});

it('a program is known by its name, wherever it was started from', () => {
  expect(programIn('./target/release/index-daemon serve 41923 --leak')).toBe('index-daemon');
});

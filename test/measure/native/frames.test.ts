import { describe, expect, it } from 'vitest';
import { isPlumbing, shownFrame } from '../../../src/measure/native/frames.js';
import { repositoryRoot } from '../../processes.js';

const frame = { function: 'work', file: '', line: 0, object: '' };

describe('a frame', () => {
  it.each([
    ['of the user, relative to the working directory', '/project/src/main.rs', 'src/main.rs'],
    [
      'of a crate, with its version',
      '/home/me/.cargo/registry/src/index-6f17/tokio-1.40.0/src/task.rs',
      'tokio-1.40.0/src/task.rs',
    ],
    ['of anything else, by its name', '/build/glibc/malloc/arena.c', 'arena.c'],
    ['of a library that was built elsewhere, by its name', '../deps/uv/src/unix/core.c', 'core.c'],
    ['without debug information, as none', '', ''],
  ])('shows a file %s', (_, file, shown) => {
    expect(shownFrame({ ...frame, file }, '/project').file).toBe(shown);
  });

  it('shows the name of its library without the folder', () => {
    expect(shownFrame({ ...frame, object: '/opt/lib/libonnxruntime.so.1' }, '/project').object).toBe(
      'libonnxruntime.so.1',
    );
  });

  it.each(['0x7f47c7eda375', '???', ''])('has no name where the profiler has none: %j', (name) => {
    expect(shownFrame({ ...frame, function: name, object: '??' }, '/project')).toMatchObject({
      function: '',
      object: '',
    });
  });

  it('shows a file that its compiler has told from the folder of the build, where it is there', () => {
    const shown = (file: string) => shownFrame({ ...frame, file }, repositoryRoot).file;
    expect(shown('./test/fixtures/native/keeps.c')).toBe('test/fixtures/native/keeps.c');
    expect(shown('elsewhere/native/keeps.c')).toBe('keeps.c');
    expect(shown('test/../../keeps.c')).toBe('keeps.c');
  });

  it('has no hash of the build in a name of Rust', () => {
    const name = 'store::Index::insert::h0123456789abcdef';
    expect(shownFrame({ ...frame, function: name }, '/project').function).toBe('store::Index::insert');
  });
});

describe('plumbing', () => {
  it.each([
    'std::vector<>::reserve(unsigned long)',
    'alloc::vec::Vec<T>::with_capacity',
    '<alloc::string::String as core::clone::Clone>::clone',
    'void* std::allocator<int>::allocate(unsigned long)',
    'mmap',
    '__rust_alloc',
    'xmalloc',
    'CRYPTO_zalloc',
    'v8::internal::MaybeHandle<> v8::internal::(anonymous namespace)::HandleApiCallHelper<>(v8::internal::Isolate*)',
    '_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc',
    '_RNvXNtNtNtCsjrHSEGnQ3l9_3std3sys5alloc4unixNtNtB8_5alloc6SystemNtNtNtCsgEmfK2I1SDS_4core5alloc6global11GlobalAlloc5alloc',
    '_$LT$index_daemon..counting_allocator..CountingAllocator$u20$as$u20$core..alloc..global..GlobalAlloc$GT$::realloc::h2398740ec4ecd695',
    '_$LT$T$u20$as$u20$alloc..string..ToString$GT$::to_string::h65ab9936aa70fd19',
    '_RINvNtCsjrHSEGnQ3l9_3std5panic12catch_unwindNCNvNtB4_2rt19lang_start_internal0iEB4_',
    'alloc_zeroed',
    'UnknownInlinedFun',
  ])('is %s', (name) => {
    expect(isPlumbing({ function: name, file: '' })).toBe(true);
  });

  it.each([
    'keep_for_ever',
    'store::Index::insert',
    'memory::mmap_ops::open_write_mmap',
    'mallow',
    'node::NodeArrayBufferAllocator::Allocate(unsigned long)',
    'stdlib_keep',
    'standard',
    'v8::internal::Heap::AllocateExternalBackingStore(std::function<> const&, unsigned long)',
    'index_daemon::index::Index::remember::he748f4a026b880d2',
    '_$LT$store..Index$LT$T$GT$$u20$as$u20$core..clone..Clone$GT$::clone::h0123456789abcdef',
    'allocate_pages',
  ])('is not %s', (name) => {
    expect(isPlumbing({ function: name, file: '' })).toBe(false);
  });

  it.each([
    '/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/raw_vec/mod.rs',
    '/home/me/.rustup/toolchains/stable/lib/rustlib/src/rust/library/core/src/option.rs',
    'library/std/src/rt.rs',
    '/usr/include/c++/12/bits/stl_vector.h',
  ])('is what stands in %s, whatever its name', (file) => {
    expect(isPlumbing({ function: 'from', file })).toBe(true);
  });

  it.each(['/project/library/src/store.rs', 'src/main.rs', '/usr/include/openssl/evp.h'])(
    'is not what stands in %s',
    (file) => {
      expect(isPlumbing({ function: 'from', file })).toBe(false);
    },
  );
});

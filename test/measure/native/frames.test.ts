import { describe, expect, it } from 'vitest';
import { isPlumbing, shownFrame } from '../../../src/measure/native/frames.js';

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
  ])('is %s', (name) => {
    expect(isPlumbing(name)).toBe(true);
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
  ])('is not %s', (name) => {
    expect(isPlumbing(name)).toBe(false);
  });
});

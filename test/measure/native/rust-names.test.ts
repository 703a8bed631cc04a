import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableName } from '../../../src/measure/native/rust-names.js';

// Lines of heaptrack_print 1.4.0 on a program built by rustc 1.95.0; what they stand for is what c++filt -s rust tells,
// without generic arguments.
describe('a name of Rust’s newer mangling', () => {
  it.each([
    ['_RNvNtCslNYArtu3iFV_5alloc5alloc5alloc', 'alloc::alloc::alloc'],
    ['_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc', '__rustc::__rust_alloc'],
    ['_RNvMNtCslNYArtu3iFV_5alloc5allocNtB2_6Global10alloc_impl', '<alloc::alloc::Global>::alloc_impl'],
    [
      '_RNvXNtNtNtCsjrHSEGnQ3l9_3std3sys5alloc4unixNtNtB8_5alloc6SystemNtNtNtCsgEmfK2I1SDS_4core5alloc6global11GlobalAlloc5alloc',
      '<std::alloc::System as core::alloc::global::GlobalAlloc>::alloc',
    ],
    ['_RNCNvNtCsjrHSEGnQ3l9_3std2rt19lang_start_internal0B5_', 'std::rt::lang_start_internal::{closure#0}'],
    [
      '_RINvNvNtCsjrHSEGnQ3l9_3std9panicking12catch_unwind7do_callNCNvNtB6_2rt19lang_start_internal0iEB6_',
      'std::panicking::catch_unwind::do_call',
    ],
    [
      '_RNvXs21_NtCslNYArtu3iFV_5alloc6stringeNtB6_12SpecToString14spec_to_string',
      '<str as alloc::string::SpecToString>::spec_to_string',
    ],
    [
      '_RNvXs0_NtNtNtCsgEmfK2I1SDS_4core3ops8function5implsRDINtB7_2FnuEp6OutputlNtNtBb_6marker4SyncNtNtNtBb_5panic11unwind_safe13RefUnwindSafeEL_INtB7_6FnOnceuE9call_onceCsjrHSEGnQ3l9_3std',
      '<&dyn core::ops::function::Fn + core::marker::Sync + core::panic::unwind_safe::RefUnwindSafe as core::ops::function::FnOnce>::call_once',
    ],
    [
      '_RNvXsX_NtCsgEmfK2I1SDS_4core5arrayAhj2_NtNtB7_7default7Default7defaultCsfEOYDRpO4Ta_11miniz_oxide',
      '<[u8; _] as core::default::Default>::default',
    ],
  ])('%s is told by its path', (name, path) => {
    expect(readableName(name)).toBe(path);
  });

  it.each([
    '_RNvNtCslNYArtu3iFV_5alloc5alloc9alloc',
    '_RNvB_3abc',
    '_RNvNtB2_5alloc5alloc',
    '_R',
    '_RESULT',
    '_RunLoop',
  ])('%s is none, and is left as it is', (name) => {
    expect(readableName(name)).toBe(name);
  });

  it('is read to an end, whatever stands in it', () => {
    const letters = fc.constantFrom(...'CNMXYIBTRSAFDEsuvLK_0123abcp');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 200 }), (some) => {
        expect(typeof readableName(`_R${some.join('')}`)).toBe('string');
      }),
    );
    const doubling = `_RNvC1aT${Array.from({ length: 60 }, () => 'B5_B5_').join('')}E1b`;
    expect(typeof readableName(doubling)).toBe('string');
  });
});

describe('a name of Rust’s older mangling', () => {
  it.each([
    ['index_daemon::index::Index::remember::he748f4a026b880d2', 'index_daemon::index::Index::remember'],
    [
      '_$LT$index_daemon..counting_allocator..CountingAllocator$u20$as$u20$core..alloc..global..GlobalAlloc$GT$::alloc::h73831ca7994548e4',
      '<index_daemon::counting_allocator::CountingAllocator as core::alloc::global::GlobalAlloc>::alloc',
    ],
    [
      'alloc::raw_vec::RawVec$LT$T$C$A$GT$::with_capacity_in::h298fb4945efaf880',
      'alloc::raw_vec::RawVec<T,A>::with_capacity_in',
    ],
    [
      'alloc::slice::_$LT$impl$u20$$u5b$T$u5d$$GT$::to_vec_in::h799d4d22306a4fa1',
      'alloc::slice::<impl [T]>::to_vec_in',
    ],
    ['std::rt::lang_start::_$u7b$$u7b$closure$u7d$$u7d$::h777d19ac66a367c5', 'std::rt::lang_start::{{closure}}'],
    ['_$LT$$RF$T$u20$as$u20$core..fmt..Debug$GT$::fmt::h0123456789abcdef', '<&T as core::fmt::Debug>::fmt'],
  ])('%s is told as it was written', (name, written) => {
    expect(readableName(name)).toBe(written);
  });

  it.each(['keep_for_ever', 'std::vector<int>::reserve(unsigned long)', 'printf$LDBL', 'void f(int, ...)'])(
    '%s is none, and is left as it is',
    (name) => {
      expect(readableName(name)).toBe(name);
    },
  );
});

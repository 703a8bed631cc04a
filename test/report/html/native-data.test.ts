import { describe, expect, it } from 'vitest';
import { nativeData } from '../../../src/report/html/native-data.js';
import type { Native } from '../../../src/results/schema.js';
import { createCaseComparison, createHeaptrack, createNativeTrees } from '../../builders.js';

const callsOf = (now: Native) =>
  nativeData(createCaseComparison({ native: [{ kind: 'profile', now, baseline: undefined }] }))[0]?.calls;

describe('native memory by calls', () => {
  it('has functions without their parameters, and files or libraries once for each owner', () => {
    const calls = callsOf(createHeaptrack({ trees: createNativeTrees() }));
    expect(calls?.subject).toBe('command');
    expect(calls?.frames).toEqual({
      files: [
        { owner: 'node', path: '' },
        { owner: 'own', path: 'keeps.c' },
        { owner: 'package', path: 'libssl.so.3' },
        { owner: 'node', path: 'ld-linux-x86-64.so.2' },
      ],
      function: ['code without a name', 'main', 'keep', 'SSL_new', '_dl_init'],
      file: [0, 1, 1, 2, 3],
      line: [0, 16, 6, 0, 0],
    });
    expect(calls?.peak).toEqual(createNativeTrees().peak);
    expect(calls?.leaked).toEqual(createNativeTrees().leaked);
  });

  it('has code without a name by its library', () => {
    const frame = { function: '', file: '', line: 0, object: 'libonnxruntime.so.1', owner: 'library' } as const;
    const tree = { depth: [0], frame: [0], bytes: [7] };
    const calls = callsOf(createHeaptrack({ trees: { frames: [frame], peak: tree, leaked: tree } }));
    expect(calls?.frames).toMatchObject({ function: ['libonnxruntime.so.1'], files: [{ owner: 'package', path: '' }] });
  });

  it('is not there of a document that has stacks alone', () => {
    expect(callsOf(createHeaptrack())).toBeUndefined();
  });
});

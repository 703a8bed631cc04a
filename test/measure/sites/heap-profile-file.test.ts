import { describe, expect, it } from 'vitest';
import { fileNameOf, heapProfileFile } from '../../../src/measure/sites/heap-profile-file.js';
import { placesOf } from '../../../src/measure/sites/places.js';
import type { HeapProfileNode } from '../../../src/measure/worker/protocol.js';

const sources = [{ compiled: '/tmp/c/x-1.mjs', original: '/project/x.ts' }];
const locate = placesOf(sources, '/work');
const callFrame = { functionName: 'f', scriptId: '9', url: 'file:///tmp/c/x-1.mjs', lineNumber: 4, columnNumber: 2 };
const heap: HeapProfileNode = {
  callFrame: { functionName: '(root)', scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 },
  selfSize: 0,
  id: 1,
  children: [{ callFrame, selfSize: 8, id: 2, children: [] }],
};
const stack = [
  { functionName: 'make', url: 'file:///tmp/c/x-1.mjs', line: 9, column: 1 },
  { functionName: 'run', url: 'file:///project/y.mjs', line: 2, column: 1 },
];

describe('a .heapprofile', () => {
  it('has the fields Chrome DevTools asks for, and the files that somebody wrote', () => {
    expect(JSON.parse(heapProfileFile(heap, [], locate))).toEqual({
      head: {
        callFrame: { functionName: '(root)', scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 },
        selfSize: 0,
        id: 1,
        children: [
          { callFrame: { ...callFrame, scriptId: '0', url: 'file:///project/x.ts' }, selfSize: 8, id: 2, children: [] },
        ],
      },
      samples: [],
    });
  });

  it('has Buffers below the calls that made them, outermost first', () => {
    const { head } = JSON.parse(
      heapProfileFile(
        undefined,
        [
          { stack, bytes: 5 },
          { stack, bytes: 6 },
        ],
        locate,
      ),
    );
    const [buffers] = head.children;
    expect(buffers.callFrame.functionName).toBe('(Buffers and ArrayBuffers)');
    expect(buffers.children).toMatchObject([
      {
        callFrame: { functionName: 'run', url: 'file:///project/y.mjs', lineNumber: 1 },
        children: [{ callFrame: { functionName: 'make', url: 'file:///project/x.ts', lineNumber: 8 }, selfSize: 11 }],
      },
    ]);
  });
});

describe('the file name of a case', () => {
  it.each([
    ['single-document/10KB', 'single-document__10KB'],
    ['search/size=10,k=3', expect.stringMatching(/^search__size=10-k=3-[0-9a-f]{8}$/)],
    ['../../etc/passwd', expect.stringMatching(/^__\.\.__etc__passwd-[0-9a-f]{8}$/)],
  ])('%s is safe', (id, expected) => {
    expect(fileNameOf(id)).toEqual(expected);
  });

  it('is another one for another case', () => {
    expect(fileNameOf('a b')).not.toBe(fileNameOf('a:b'));
    expect(fileNameOf('ä')).not.toBe('');
  });
});

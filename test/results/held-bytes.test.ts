import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../src/results/held-bytes.js';

describe('heap and external memory together', () => {
  it('are the sum of both columns', () => {
    expect(heldBytes({ heapBytes: [1, 2], externalBytes: [10, 20] })).toEqual([11, 22]);
  });

  it('are the heap column of a document that has no external column', () => {
    expect(heldBytes({ heapBytes: [11, 22] })).toEqual([11, 22]);
  });

  it('are missing where neither was read', () => {
    expect(heldBytes({})).toBeUndefined();
  });
});

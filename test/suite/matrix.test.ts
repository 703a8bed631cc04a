import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineScenario } from '../../src/index.js';
import { combinationsOf } from '../../src/suite/matrix.js';

describe('a matrix', () => {
  it('combines every value with every other, the last parameter varying fastest', () => {
    expect(combinationsOf({ size: ['1KB', '10KB'], batch: [1, 8] })).toEqual([
      { label: 'size=1KB,batch=1', params: { size: '1KB', batch: 1 } },
      { label: 'size=1KB,batch=8', params: { size: '1KB', batch: 8 } },
      { label: 'size=10KB,batch=1', params: { size: '10KB', batch: 1 } },
      { label: 'size=10KB,batch=8', params: { size: '10KB', batch: 8 } },
    ]);
  });

  it('gives the parameters of a scenario their types', () => {
    defineScenario({
      name: 'typed',
      description: 'Has types.',
      params: { size: ['1KB', '10KB'], batch: [1, 8], cached: [true] },
      run({ params }) {
        expectTypeOf(params).toEqualTypeOf<{ size: string; batch: number; cached: boolean }>();
      },
    });
  });
});

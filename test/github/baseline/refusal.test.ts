import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../src/github/baseline/refresh.js';

const [measured, started] = ['c'.repeat(40), 'b'.repeat(40)];

describe('a run that may make the baseline', () => {
  it('makes it where it measured its own commit', () => {
    expect(refusalOf({ commit: { sha: started, dirty: false } }, started, [])).toBeUndefined();
  });

  it('does not where it measured another commit', () => {
    const refusal = refusalOf({ commit: { sha: measured, dirty: false } }, started, []);
    expect(refusal?.reason).toBe('ccccccc was measured, and the run is of bbbbbbb');
    expect(refusal?.remedy).toContain('actions/checkout');
  });

  it('does not where files were changed, which are named', () => {
    const refusal = refusalOf({ commit: { sha: started, dirty: true } }, started, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(refusal?.reason).toBe('bbbbbbb was measured with uncommitted changes: a, b, c, d, e and 2 more');
    expect(refusal?.remedy).toContain('.gitignore');
  });

  it('does not where the commit is not known', () => {
    expect(refusalOf({}, started, [])?.reason).toContain('which commit');
  });
});

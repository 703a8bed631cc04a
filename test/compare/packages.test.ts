import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageDifferences } from '../../src/compare/packages.js';
import type { Packages } from '../../src/results/packages.js';
import { anyResults, createEnvironment } from '../builders.js';

const having = (packages: Partial<Packages>, subject = {}) =>
  createEnvironment({ subject, packages: { direct: {}, transitive: {}, scenarios: {}, ...packages } });

describe('differences of packages', () => {
  it('name direct dependencies first, and what changed before what came and went', () => {
    const baseline = having({ direct: { b: '1', gone: '1', same: '1' }, transitive: { a: '1', c: '1' } });
    const now = having({ direct: { b: '2', same: '1' }, transitive: { a: '1, 2', came: '1', c: '2' } });
    expect(packageDifferences(baseline, now)).toEqual([
      { name: 'b', direct: true, baseline: '1', now: '2' },
      { name: 'gone', direct: true, baseline: '1', now: undefined },
      { name: 'a', direct: false, baseline: '1', now: '1, 2' },
      { name: 'c', direct: false, baseline: '1', now: '2' },
      { name: 'came', direct: false, baseline: undefined, now: '1' },
    ]);
  });

  it('are none where a package became direct with the version it had', () => {
    expect(packageDifferences(having({ transitive: { a: '1' } }), having({ direct: { a: '1' } }))).toEqual([]);
  });

  it('are none where one of the two does not tell its packages', () => {
    const silent = createEnvironment();
    expect(packageDifferences(silent, having({ direct: { a: '1' } }))).toEqual([]);
    expect(packageDifferences(having({ direct: { a: '1' } }), silent)).toEqual([]);
  });

  it('leave out what is told as a version of the subject', () => {
    const baseline = having({ direct: { fastembed: '2.0.0', node: '1' } }, { fastembed: '2.0.0', node: 'v20' });
    const now = having({ direct: { fastembed: '2.1.0', node: '2' } }, { fastembed: '2.1.0', node: 'v24' });
    expect(packageDifferences(baseline, now).map(({ name }) => name)).toEqual(['node']);
  });

  it('tell what only scenarios lead to where both have it: the other may have run other scenarios', () => {
    const baseline = having({ scenarios: { both: '1', gone: '1', promoted: '1' } });
    const now = having({ direct: { promoted: '2' }, scenarios: { both: '2', came: '1' } });
    expect(packageDifferences(baseline, now)).toEqual([
      { name: 'promoted', direct: true, baseline: '1', now: '2' },
      { name: 'both', direct: false, baseline: '1', now: '2' },
    ]);
  });

  it('take no name for what JavaScript knows by it', () => {
    expect(packageDifferences(having({}), having({ direct: { constructor: '1' } }))).toEqual([
      { name: 'constructor', direct: true, baseline: undefined, now: '1' },
    ]);
  });

  it('are none between an environment and itself', () => {
    fc.assert(
      fc.property(anyResults, ({ environment }) => {
        expect(packageDifferences(environment, environment)).toEqual([]);
      }),
    );
  });
});

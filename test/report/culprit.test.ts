import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/report/annotations.js';
import { culpritOf } from '../../src/report/culprit.js';
import {
  createCaseComparison,
  createComparison,
  createLeakFinding,
  createRetainers,
  createSiteDifference,
  createSitesComparison,
} from '../builders.js';

const kept = createSiteDifference();
const leaking = createCaseComparison({
  leak: createLeakFinding(),
  sites: createSitesComparison({ kept: [kept] }),
  retainers: createRetainers(),
});

describe('the line that explains a case', () => {
  it('is the declaration of the variable that holds a leak', () => {
    expect(culpritOf(leaking)).toEqual({ file: 'src/app.js', line: 3 });
  });

  it('is the function that a leak is held through where the holder is inside Node', () => {
    const through = { file: 'src/poll.js', line: 8, function: 'tick' };
    const retainers = createRetainers({ at: undefined, through });
    expect(culpritOf({ ...leaking, retainers })).toEqual({ file: 'src/poll.js', line: 8 });
  });

  it('is the first site where nobody looked for holders', () => {
    expect(culpritOf({ ...leaking, retainers: undefined })).toEqual({ file: 'src/ingest.ts', line: 42 });
  });

  it('is the caller of a site in a package', () => {
    const caller = { file: 'src/read.ts', line: 7, function: 'read' };
    const site = { ...kept, file: 'node_modules/undici/index.js', caller };
    const sites = createSitesComparison({ kept: [site] });
    expect(culpritOf({ ...leaking, retainers: undefined, sites })).toEqual({ file: 'src/read.ts', line: 7 });
  });

  it.each(['', 'node_modules/a/b.js', '/opt/app/a.js', '../a.js', 'memory-bench/scenarios/a.js', 'C:/a.js'])(
    'is not in %j',
    (file) => {
      const sites = createSitesComparison({ kept: [{ ...kept, file }] });
      expect(culpritOf({ ...leaking, retainers: undefined, sites })).toBeUndefined();
    },
  );
});

describe('an annotation', () => {
  const comparison = createComparison({ cases: [leaking] });
  const files = new Map([[leaking.id, 'bench/single.mjs']]);

  it('is on the line that explains the finding where the repository has the file', () => {
    const [annotation] = annotationsOf(comparison, files, (file) => `packages/a/${file}`);
    expect(annotation).toMatchObject({ file: 'packages/a/src/app.js', line: 3 });
  });

  it('is on the scenario file where the repository does not have it', () => {
    const [annotation] = annotationsOf(comparison, files, () => undefined);
    expect(annotation).toMatchObject({ file: 'bench/single.mjs' });
    expect(annotation).not.toHaveProperty('line');
  });
});

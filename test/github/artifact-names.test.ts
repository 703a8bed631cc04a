import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baselineArtifact,
  fileKeys,
  profilesArtifact,
  resultsArtifact,
  resultsPrefix,
  titleOf,
} from '../../src/github/artifact-names.js';

const owner = (leg: string) => ({ prefix: 'memory-bench', environmentKey: 'linux-x64', leg });

describe('names of artifacts', () => {
  it('are the same for every run of a job, for baselines', () => {
    expect(baselineArtifact(owner(''))).toBe('memory-bench-baseline-linux-x64');
  });

  it('carry the attempt, for results', () => {
    expect(resultsArtifact(owner(''), 2)).toBe('memory-bench-results-linux-x64-attempt2');
  });

  it('tell which profiles belong to which results, and are no name of results', () => {
    const results = resultsArtifact(owner('node 22'), 2);
    const profiles = profilesArtifact(results, 'memory-bench');
    expect(profiles).toMatch(/^memory-bench-profiles-linux-x64-node-22-[0-9a-f]{6}-attempt2$/);
    expect(profiles.startsWith(resultsPrefix('memory-bench'))).toBe(false);
  });

  it('differ where legs differ, and have no character that GitHub refuses', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (a, b) => {
          expect(baselineArtifact(owner(a))).toMatch(/^[A-Za-z0-9._-]+$/);
          expect(baselineArtifact(owner(a)) === baselineArtifact(owner(b))).toBe(a === b);
        },
      ),
    );
  });

  it('are the environment’s for a committed baseline, and a leg’s before it', () => {
    expect(fileKeys({ environmentKey: 'linux-x64', leg: '' })).toEqual(['linux-x64']);
    expect(fileKeys({ environmentKey: 'linux-x64', leg: 'node 22' })).toEqual([
      expect.stringMatching(/^linux-x64-node-22-[0-9a-f]{6}$/),
      'linux-x64',
    ]);
  });

  it('tell jobs apart in a comment, but for the usual one', () => {
    expect(titleOf({ prefix: 'memory-bench', leg: '' })).toBe('');
    expect(titleOf({ prefix: 'memory-search', leg: 'node 22' })).toBe('memory-search, node 22');
  });
});

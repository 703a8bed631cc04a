import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommitParents, FirstParentLine, followFirstParents } from '../../../src/github/baseline/first-parents.js';

/** A history: each commit has up to three parents among the commits before it. */
const histories = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 60 }).map((choices) =>
  choices.map((parents, index): CommitParents => {
    const before = index === 0 ? [] : parents.map((choice) => `c${choice % index}`);
    return { sha: `c${index}`, parents: [...new Set(before)] };
  }),
);

function naiveLine(history: readonly CommitParents[], most: number): string[] {
  const known = new Map(history.map((commit) => [commit.sha, commit]));
  const line: string[] = [];
  for (let at = history.at(-1); at !== undefined && line.length < most; at = known.get(at.parents[0] ?? '')) {
    line.push(at.sha);
  }
  return line;
}

/** A commit and its ancestors of all parents, newest first: a page of them. */
function pageFrom(history: readonly CommitParents[], sha: string, size: number): CommitParents[] {
  const reached = new Set([sha]);
  const newestFirst = [...history].reverse();
  for (const commit of newestFirst)
    if (reached.has(commit.sha)) for (const parent of commit.parents) reached.add(parent);
  return newestFirst.filter((commit) => reached.has(commit.sha)).slice(0, size);
}

async function all(line: FirstParentLine): Promise<string[]> {
  const found: string[] = [];
  for (let sha = await line.at(0); sha !== undefined; sha = await line.at(found.length)) found.push(sha);
  return found;
}

describe('following first parents', () => {
  it('gives the line of the branch, whatever was merged', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 80 }), (history, most) => {
        const known = new Map(history.map((commit) => [commit.sha, commit]));
        const { line, missing } = followFirstParents(history.at(-1)?.sha ?? '', known, most);
        expect(line).toEqual(naiveLine(history, most));
        expect(missing).toBeUndefined();
      }),
    );
  });

  it('names the commit at which the known ones end', () => {
    const known = new Map([['b', { sha: 'b', parents: ['a', 'x'] }]]);
    expect(followFirstParents('b', known, 10)).toEqual({ line: ['b'], missing: 'a' });
  });

  it('ends after the commits that were asked for, also in a circle', () => {
    const known = new Map([['a', { sha: 'a', parents: ['a'] }]]);
    expect(followFirstParents('a', known, 3)).toEqual({ line: ['a', 'a', 'a'], missing: undefined });
  });
});

describe('a line that is fetched in pages', () => {
  it('is the same as the whole one, or a beginning of it that says it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 20 }), async (history, size) => {
        let pages = 0;
        const fetched = async (sha: string) => {
          pages += 1;
          return pageFrom(history, sha, size);
        };
        const line = new FirstParentLine(fetched, history.at(-1)?.sha ?? '', 50);
        const found = await all(line);
        const whole = naiveLine(history, 50);
        expect(found).toEqual(whole.slice(0, found.length));
        expect(line.isCut).toBe(found.length < whole.length);
        expect(pages).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('is fetched no further than it is asked for', async () => {
    const asked: string[] = [];
    const fetched = async (sha: string) => {
      asked.push(sha);
      return [{ sha, parents: [`${sha}x`] }];
    };
    const line = new FirstParentLine(fetched, 'a', 50);
    expect(await line.at(1)).toBe('ax');
    expect(asked).toEqual(['a', 'ax']);
  });

  it('ends where GitHub answers without the commit that was asked for', async () => {
    const line = new FirstParentLine(async () => [], 'a', 50);
    expect(await line.at(0)).toBeUndefined();
    expect(line.isCut).toBe(true);
  });
});

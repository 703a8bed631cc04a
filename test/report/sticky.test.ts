import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  longestComment,
  markerOf,
  mergeSection,
  type NewSection,
  parseSticky,
  renderSticky,
  type StickySection,
} from '../../src/report/sticky.js';
import { hostileText } from './hostile.js';

const key = 'default';
const createSection = (overrides: Partial<StickySection> = {}): StickySection => ({
  leg: 'node 22',
  runId: 7,
  attempt: 1,
  sha: '1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  body: '## ✅ memory-bench: fine\n\nsentence\n\nmore\n\n<sub>[run](https://a.b)</sub>\n',
  ...overrides,
});
const toWrite = ({ body, ...others }: StickySection): NewSection => ({ ...others, render: () => body });
/** A section that fills what it is given. */
const filling = (overrides: Partial<StickySection> = {}): NewSection => ({
  ...createSection(overrides),
  render: (maxLength) => `## ❌ full\n\nsentence\n\n${'é'.repeat(Math.max(0, Math.floor((maxLength - 30) / 2)))}`,
});
const merged = (existing: string | undefined, section: NewSection): string => {
  const result = mergeSection(existing, key, section);
  return result.kind === 'write' ? result.body : (existing ?? '');
};
const legsOf = (body: string) => parseSticky(body).sections.map(({ leg }) => leg);

const sections = fc.uniqueArray(
  fc.record({
    leg: hostileText.map((text) => text.toWellFormed()),
    runId: fc.nat(),
    attempt: fc.integer({ min: 1, max: 99 }),
    sha: hostileText.map((text) => text.toWellFormed()),
    body: hostileText,
  }),
  { selector: ({ leg }) => leg, maxLength: 4 },
);

describe('the comment', () => {
  it('begins with the marker of its key', () => {
    expect(merged(undefined, toWrite(createSection())).split('\n')[0]).toBe('<!-- memory-bench:default -->');
  });

  it.each([
    ['my-key', '<!-- memory-bench:my-key -->'],
    ['a--b', '<!-- memory-bench:a%2D%2Db -->'],
    ['a --> b', '<!-- memory-bench:a%20%2D%2D%3E%20b -->'],
  ])('of the key %j has the marker %j', (name, marker) => {
    expect(markerOf(name)).toBe(marker);
  });

  it('says what its sections said', () => {
    fc.assert(
      fc.property(sections, (drawn) => {
        const safe = drawn.map((section) => ({
          ...section,
          body: section.body.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('<!--', '&lt;!--'),
        }));
        const byLeg = safe.toSorted((a, b) => (a.leg < b.leg ? -1 : 1));
        expect(parseSticky(renderSticky(key, drawn)).sections).toEqual(byLeg);
      }),
    );
  });

  it('finds the section of a leg again that has half a character', () => {
    const leg = 'node \ud800';
    const section = { leg, runId: 7, attempt: 1, sha: 'a', render: () => '## ✅ a \udfff' };
    const written = mergeSection(undefined, key, section);
    if (written.kind !== 'write') throw new Error('nothing was written');
    expect(written.body.isWellFormed()).toBe(true);
    expect(mergeSection(written.body, key, section)).toEqual({ kind: 'unchanged' });
    expect(parseSticky(written.body).sections).toHaveLength(1);
  });

  it('has markers that end where they should', () => {
    fc.assert(
      fc.property(sections, (drawn) => {
        const markers = renderSticky(key, drawn)
          .split('\n')
          .filter((line) => line.startsWith('<!-- memory-bench'));
        expect(markers).toHaveLength(1 + 2 * drawn.length);
        for (const marker of markers) expect(marker).toMatch(/^<!--(?!.*--.*-->).*-->$/);
      }),
    );
  });

  it('is read as well with the line ends of a browser', () => {
    const section = createSection();
    expect(parseSticky(renderSticky(key, [section]).replaceAll('\n', '\r\n')).sections).toEqual([section]);
  });

  it.each([
    ['foreign', 'Looks good to me!'],
    ['empty', ''],
    ['cut off', '<!-- memory-bench:section leg="a" run="1" attempt="1" sha="b" -->\nwords'],
    [
      'of no leg',
      '<!-- memory-bench:section leg="%" run="1" attempt="1" sha="b" -->\nwords\n<!-- memory-bench:end -->',
    ],
    [
      'of no run',
      '<!-- memory-bench:section leg="a" run="x" attempt="1" sha="b" -->\nwords\n<!-- memory-bench:end -->',
    ],
  ])('has no sections where it is %s', (_, body) => {
    expect(parseSticky(body).sections).toEqual([]);
  });

  it('is read whatever it says', () => {
    fc.assert(
      fc.property(hostileText, (body) => {
        expect(parseSticky(body).sections).toEqual([]);
      }),
    );
  });
});

describe('a section that is merged', () => {
  it('takes the place of what its job said before', () => {
    const before = merged(undefined, toWrite(createSection()));
    const after = merged(before, toWrite(createSection({ runId: 8, body: 'new' })));
    expect(parseSticky(after).sections.map(({ body }) => body)).toEqual(['new']);
  });

  it('stands beside those of other jobs of the run, in the order of their names', () => {
    const first = merged(undefined, toWrite(createSection({ leg: 'node 24' })));
    expect(legsOf(merged(first, toWrite(createSection({ leg: 'node 22' }))))).toEqual(['node 22', 'node 24']);
  });

  it('removes what other jobs said in earlier runs', () => {
    const first = merged(undefined, toWrite(createSection({ leg: 'node 20' })));
    expect(legsOf(merged(first, toWrite(createSection({ leg: 'node 22', runId: 8 }))))).toEqual(['node 22']);
  });

  it('keeps what other jobs said in another attempt of the run', () => {
    const first = merged(undefined, toWrite(createSection({ leg: 'node 20' })));
    expect(legsOf(merged(first, toWrite(createSection({ attempt: 2 }))))).toEqual(['node 20', 'node 22']);
  });

  it.each([
    ['its job has spoken in a later run', { runId: 8 }],
    ['its job has spoken in a later attempt', { attempt: 2 }],
    ['another job has spoken in a later run', { leg: 'node 24', runId: 8 }],
  ])('is not written where %s', (_, later) => {
    const body = merged(undefined, toWrite(createSection(later)));
    const { runId, attempt } = createSection(later);
    expect(mergeSection(body, key, toWrite(createSection()))).toEqual({ kind: 'stale', by: { runId, attempt } });
  });

  it('is written where another job has only had more attempts', () => {
    const body = merged(undefined, toWrite(createSection({ leg: 'node 24', attempt: 2 })));
    expect(mergeSection(body, key, toWrite(createSection())).kind).toBe('write');
  });

  it('is written over foreign text', () => {
    expect(legsOf(merged('hello', toWrite(createSection())))).toEqual(['node 22']);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(sections, hostileText, (drawn, body) => {
        const sameRun = drawn.map((section) => ({ ...section, runId: 7 }));
        const section = toWrite(createSection({ body }));
        const once = merged(renderSticky(key, sameRun), section);
        expect(mergeSection(once, key, section).kind).toBe('unchanged');
      }),
    );
  });

  it('comes to the same comment whichever of two jobs is first', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const first = toWrite(createSection({ leg: 'a', body: a }));
        const second = toWrite(createSection({ leg: 'b', body: b }));
        expect(merged(merged(undefined, first), second)).toBe(merged(merged(undefined, second), first));
      }),
    );
  });
});

describe('a section that yields', () => {
  const yielding = { yields: true };
  const green = toWrite(createSection({ body: '## ✅ memory-bench: fine' }));

  it('leaves one of the same run and attempt alone', () => {
    const existing = merged(undefined, toWrite(createSection({ body: '## ❌ memory-bench: 1 case missing' })));
    expect(mergeSection(existing, key, green, yielding)).toEqual({ kind: 'kept' });
  });

  it.each([
    ['an earlier attempt', { runId: 7, attempt: 1 }, { runId: 7, attempt: 2 }],
    ['an earlier run', { runId: 6, attempt: 9 }, { runId: 7, attempt: 1 }],
  ])('replaces one of %s', (_, before, now) => {
    const existing = merged(undefined, toWrite(createSection(before)));
    expect(mergeSection(existing, key, toWrite(createSection({ ...now, body: 'new' })), yielding).kind).toBe('write');
  });

  it('is written beside that of another job', () => {
    const existing = merged(undefined, toWrite(createSection({ leg: 'node 24' })));
    expect(mergeSection(existing, key, green, yielding).kind).toBe('write');
  });
});

describe('a comment of several jobs', () => {
  const section = (leg: string, heading: string, body = '') =>
    createSection({ leg, body: `${heading}\n\ncompared\n\n${body}\n\n<sub>[run](https://a.b)</sub>\n` });
  const rowsOf = (body: string) =>
    body.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));

  it('begins with a line on all of them and a table, those that failed first', () => {
    const body = renderSticky(key, [
      section('node 20', '## ✅ memory-bench (node 20): No memory regression in 4 cases'),
      section('node 22', '## ❌ memory-bench (node 22): 2 regressions'),
      section('node 24', '## ⚠️ memory-bench (node 24): not compared: GitHub answered 403'),
    ]);
    expect(body.split('\n').slice(0, 9)).toEqual([
      '<!-- memory-bench:default -->',
      '**❌ 1 of 3 jobs failed, 1 of 3 jobs with reservations, 1 passed**',
      '',
      '| job | verdict |',
      '| --- | --- |',
      '| ❌ node 22 | 2 regressions |',
      '| ⚠️ node 24 | not compared: GitHub answered 403 |',
      '| ✅ node 20 | No memory regression in 4 cases |',
      '',
    ]);
  });

  it('has no table where there is one job', () => {
    expect(rowsOf(renderSticky(key, [section('node 20', '## ✅ memory-bench (node 20): fine')]))).toEqual([]);
  });

  it('has a row for each job, also for text of an earlier version without a heading', () => {
    const body = renderSticky(key, [createSection({ leg: 'a', body: 'words' }), createSection({ leg: 'b|<c>' })]);
    expect(rowsOf(body).slice(1)).toEqual(['| ⚠️ a |  |', '| ✅ b&#124;&lt;c&gt; | fine |']);
  });

  it('of an earlier version, without a table, is given one by the next job', () => {
    const old = [
      markerOf(key),
      '<!-- memory-bench:section leg="a" run="7" attempt="1" sha="b" -->',
      '## ❌ memory-bench (a): bad',
      '<!-- memory-bench:end -->',
    ].join('\n');
    const body = merged(old, toWrite(createSection({ leg: 'b' })));
    expect(legsOf(body)).toEqual(['a', 'b']);
    expect(body).toContain('| ❌ a | bad |');
  });

  /** Findings of a red job: a table of rows and folds that fill 15,000 bytes. */
  const findings = [
    '| case | difference |',
    '| --- | --- |',
    ...Array.from({ length: 30 }, (_, index) => `| case-${index} | +${index} MiB |`),
  ].join('\n');
  const details = `<details><summary>every metric</summary>\n\n${'x\n\n'.repeat(5_000)}</details>`;
  const red = (index: number) =>
    section(`leg ${index}`, `## ❌ memory-bench (leg ${index}): 1 regression`, `${findings}\n\n${details}`);
  const green = (index: number) =>
    section(`leg ${index}`, `## ✅ memory-bench (leg ${index}): fine`, `${findings}\n\n${details}`);

  it.each([
    ['the red ones come first', [0, 1, 2, 3]],
    ['the green ones come first', [4, 5, 6, 7]],
    ['they take turns', [0, 2, 4, 6]],
  ])('keeps the findings of four red jobs of eight, where %s', (_, reds) => {
    const jobs = Array.from({ length: 8 }, (_leg, index) => (reds.includes(index) ? red(index) : green(index)));
    const body = jobs.reduce<string | undefined>((before, job) => merged(before, toWrite(job)), undefined) ?? '';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(longestComment);
    const after = parseSticky(body).sections;
    expect(after).toHaveLength(8);
    for (const { leg, body: text } of after) {
      if (reds.includes(Number(leg.slice(4)))) expect(text, leg).toContain('| case-29 | +29 MiB |');
    }
    const lengthOfAll = (passed: boolean) =>
      after.filter((job) => job.body.startsWith('## ✅') === passed).reduce((sum, job) => sum + job.body.length, 0);
    expect(lengthOfAll(false)).toBeGreaterThan(lengthOfAll(true));
  });

  it('leaves no fold open where it cuts one', () => {
    const jobs = Array.from({ length: 12 }, (_, index) => red(index));
    const body = jobs.reduce<string | undefined>((before, job) => merged(before, toWrite(job)), undefined) ?? '';
    expect(body.split('<details>').length).toBe(body.split('</details>').length);
    expect(parseSticky(body).sections).toHaveLength(12);
  });
});

describe('the room in a comment', () => {
  it('is all for a job that is alone', () => {
    let room = 0;
    const render = (maxLength: number) => {
      room = maxLength;
      return '';
    };
    merged(undefined, { ...createSection({ leg: '' }), render });
    expect(room).toBeGreaterThan(longestComment - 300);
  });

  it('is enough for four jobs that have much to say', () => {
    const body = ['a', 'b', 'c', 'd'].reduce((before, leg) => merged(before, filling({ leg })), '');
    expect(parseSticky(body).sections.every((section) => section.body.length > 4_000)).toBe(true);
  });

  it('is never exceeded, however many jobs there are', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 12 }), (legs) => {
        let body = '';
        for (const leg of legs) {
          body = merged(body, filling({ leg }));
          expect(Buffer.byteLength(body)).toBeLessThanOrEqual(longestComment);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is not exceeded by a section that takes more than it was given', () => {
    const body = merged(undefined, { ...createSection(), render: () => `## much\n\n${'x'.repeat(100_000)}` });
    expect(parseSticky(body).sections[0]?.body).toMatch(/^## much\n/);
    expect(body.length).toBeLessThan(longestComment);
  });

  it('is made by cutting what others say to verdict, comparison and links', () => {
    const others = Array.from({ length: 5 }, (_, index) =>
      createSection({
        leg: `leg ${index}`,
        body: `## ✅ verdict\n\ncompared\n\n${'x'.repeat(12_900)}\n\n<sub>[run](https://a.b)</sub>\n`,
      }),
    );
    const { sections: found } = parseSticky(merged(renderSticky(key, others), filling({ leg: 'own' })));
    expect(found[0]?.body).toBe(
      '## ✅ verdict\n\ncompared\n\ncut, for want of room: see the run\n\n<sub>[run](https://a.b)</sub>',
    );
    expect(found).toHaveLength(6);
  });

  it('is made by cutting first what passed', () => {
    const body = (sign: string) => `## ${sign} verdict\n\ncompared\n\n${'x'.repeat(20_800)}`;
    const others = ['❌', '✅', '❌'].map((sign, index) => createSection({ leg: `leg ${index}`, body: body(sign) }));
    const { sections: found } = parseSticky(merged(renderSticky(key, others), filling({ leg: 'own' })));
    expect(found.slice(0, 3).map((section) => section.body.length > 20_000)).toEqual([true, false, true]);
  });

  it('is enough for the verdicts of a matrix of the greatest size', () => {
    const legs = Array.from({ length: 256 }, (_, index) => createSection({ leg: `node ${index}` }));
    const body = merged(renderSticky(key, legs.slice(1)), filling({ leg: 'node 0' }));
    expect(parseSticky(body).sections.length).toBeGreaterThan(200);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(longestComment);
  });
});

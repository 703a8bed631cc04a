import fc from 'fast-check';
import { marked } from 'marked';
import type { Comparison, NativeFinding } from '../../src/compare/verdict.js';
import type { Provenance } from '../../src/report/provenance.js';
import type { Results } from '../../src/results/schema.js';
import {
  createAllocatorDifference,
  createBreach,
  createCase,
  createCaseComparison,
  createComparison,
  createHeaptrack,
  createLeakFinding,
  createMapped,
  createMassif,
  createMetricComparison,
  createResults,
  createSample,
  createSiteDifference,
  createSitesComparison,
} from '../builders.js';
import { createProvenance, createTimeline } from './told.js';

/** Texts rich in what Markdown, HTML, mermaid and GitHub give a meaning to. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '@team',
        '<b>',
        '</details>',
        '<!-- memory-bench:end -->',
        '<!--',
        '|',
        '\\|',
        '\n\n',
        '\n# ',
        '\n```\n',
        '- ',
        '1. ',
        '    ',
        '`',
        '"',
        '%%{init: {}}%%',
        '![a](b)',
        '[a](https://a.b)',
        'http://a.b',
        'www.a.b',
        'a@b.org',
        'mailto:a@b.org',
        '0123456789abcdef0123456789abcdef01234567',
        '#1',
        'GH-1',
        '\u202e',
        '\u001b[31m',
        '\ud800',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Everything a section is made of. */
export interface Told {
  readonly comparison: Comparison;
  readonly results: Results;
  readonly baselineResults: Results;
  readonly provenance: Provenance;
}

const words = fc.record({
  id: hostileText,
  description: hostileText,
  message: hostileText,
  reason: hostileText,
  name: hostileText,
  value: hostileText,
  sha: hostileText,
  leg: hostileText,
  note: hostileText,
});

/** A run of which every word comes from somebody who means harm. */
export const hostileTold: fc.Arbitrary<Told> = words.map((said) => {
  const { id, description, message, reason, name, value, sha, leg, note } = said;
  const regression = createMetricComparison({ verdict: 'regression', difference: 3 });
  const site = createSiteDifference({ file: name, function: value, caller: { file: value, line: 1, function: name } });
  const sites = createSitesComparison({ kept: [site], allocated: [site] });
  const caller = { file: value, line: 1, function: name };
  const functions = [createAllocatorDifference({ file: name, function: value, caller })];
  const counted = createMetricComparison({ metric: 'allocation_count', difference: 9, floor: 1 });
  const frame = { function: value, file: name, line: 1, object: name };
  const stack = { bytes: 10_000_000, calls: 1, frames: [frame, frame] };
  const branch = { ...frame, level: 0, bytes: 200 * 1024 * 1024 };
  const native: NativeFinding[] = [
    { kind: 'profile', now: createHeaptrack({ profile: name, peak: [stack], leaked: [stack] }), baseline: undefined },
    { kind: 'profile', now: createMassif({ profile: name, tree: [branch] }), baseline: undefined },
    { kind: 'failed', message },
  ];
  const cases = [
    createCaseComparison({
      id,
      description,
      verdict: 'regression',
      metrics: [regression, counted],
      breaches: [createBreach()],
      sites,
      allocations: { compared: true, functions },
      native,
    }),
    createCaseComparison({ id: `${id}2`, description, verdict: 'failed', errors: [{ kind: 'run', message }] }),
    createCaseComparison({ id: `${id}3`, description, verdict: 'incomparable', reason, leak: createLeakFinding() }),
    createCaseComparison({ id: `${id}4`, description, verdict: 'missing', reason }),
  ];
  const place = { file: name.slice(0, 300), line: 1, function: value.slice(0, 120) };
  const tree = { depth: [0, 1], frame: [0, 0], bytes: [1, 2] };
  const recorded = {
    alive: [{ ...place, kind: 'buffer' as const, bytes: 1, caller: place }],
    allocated: [],
    trees: { frames: [place], alive: tree, allocated: tree },
  };
  const timelined = createResults({
    cases: [
      createCase({
        id,
        samples: [
          createSample({ timeline: createTimeline(), mapped: createMapped() }),
          createSample({ pass: 'sites', sites: recorded }),
        ],
      }),
    ],
  });
  return {
    comparison: createComparison({
      commit: sha,
      environmentKey: name,
      baseline: { commit: sha, dirty: false, startedAt: value },
      differences: [
        { kind: 'subject', name, baseline: value, now: value },
        { kind: 'context', name, baseline: value, now: value },
      ],
      packages: Array.from({ length: 12 }, (_, index) => ({
        name: `${name}${index}`,
        direct: true,
        baseline: index % 3 === 0 ? undefined : value,
        now: index % 3 === 1 ? undefined : value,
      })),
      cases,
    }),
    results: timelined,
    baselineResults: timelined,
    provenance: createProvenance({ leg, baseline: { source: 'file', commitsBehind: undefined, notes: [note] } }),
  };
});

/** The tags of the HTML that Markdown comes to, without what a link leads to. */
export function tagsOf(markdown: string): string[] {
  const html = marked.parse(markdown, { gfm: true, async: false });
  return [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
}

/** Elements that have no end. */
const empty = /^<(?:br|hr|img|input)\b/;

/** Tags that end another element than the one that is open, and elements that are never ended. */
export function badlyNested(markdown: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const tag of tagsOf(markdown).filter((found) => !empty.test(found))) {
    const [, slash, name = ''] = /^<(\/?)(\w+)/.exec(tag) ?? [];
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(tag);
  }
  return [...wrong, ...open];
}

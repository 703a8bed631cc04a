import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthSparkline, sparkline, sparklineWidth, timeSparkline } from '../../src/report/sparkline.js';
import { createCase, createFailedSample, createFollowUp, createResults, createSample } from '../builders.js';
import { createTimeline } from './told.js';

const id = 'single-document/10KB';
const mebibyte = 1024 * 1024;
const levels = [...'▁▂▃▄▅▆▇█'];

describe('a line of text', () => {
  it('rises from the least to the greatest', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 0, 7)).toBe('▁▂▃▄▅▆▇█');
  });

  it('lies at the bottom where there is nothing between the least and the greatest', () => {
    expect(sparkline([5, 5], 5, 5)).toBe('▁▁');
  });

  it('has a character for each value, the higher the greater it is', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const heights = [...sparkline(sorted, 0, sorted.at(-1) ?? 0)].map((character) => levels.indexOf(character));
        expect(heights).toHaveLength(values.length);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        expect(heights).not.toContain(-1);
      }),
    );
  });
});

describe('memory over time', () => {
  const drawn = (...samples: Parameters<typeof createCase>[0][]) =>
    timeSparkline(id, createResults({ cases: samples.map((overrides) => createCase({ id, ...overrides })) }));

  it('goes from 0 to the peak of the case', () => {
    const timeline = createTimeline([0, 50, 100, 100, 100, 100, 100, 100, 100, 100, 100, 60]);
    expect(drawn({ samples: [createSample({ timeline })] })).toBe('▁▅█████████▅');
  });

  it('is that of the sample whose peak is the median', () => {
    const flat = Array.from({ length: 12 }, () => 100);
    const samples = [flat, flat.map((_, index) => (index < 6 ? 25 : 200)), flat.map(() => 300)].map((line) =>
      createSample({ timeline: createTimeline(line), metrics: { peak_rss_mb: Math.max(...line) } }),
    );
    expect(drawn({ samples })).toBe('▂▂▂▂▂▂██████');
  });

  it('is as wide for a sample of two readings as for one of many', () => {
    const lines = [[1, 2], Array.from({ length: 500 }, (_, index) => index)];
    const widths = lines.map((line) => drawn({ samples: [createSample({ timeline: createTimeline(line) })] }).length);
    expect(widths).toEqual([sparklineWidth, sparklineWidth]);
  });

  it('falls to nothing behind a process that was seen for one moment', () => {
    const timeline = { ...createTimeline([1, 2]), atMs: [0, 0] };
    expect(drawn({ samples: [createSample({ timeline })] })).toBe('█▁▁▁▁▁▁▁▁▁▁▁');
  });

  it.each([
    ['that was not measured', []],
    ['that broke', [createFailedSample()]],
    ['without readings', [createSample({ timeline: createTimeline([]) })]],
  ])('is nothing of a case %s', (_, samples) => {
    expect(drawn({ samples })).toBe('');
  });
});

describe('growth over the iterations', () => {
  const sample = (...heapMebibytes: readonly number[]) =>
    createSample({
      iterations: { durationMs: [], rssBytes: [], heapBytes: heapMebibytes.map((value) => value * mebibyte) },
    });
  const drawn = (...samples: ReturnType<typeof sample>[]) =>
    growthSparkline(id, 'heap', createResults({ cases: [createCase({ id, samples })] }));

  it('goes from the least reading to the greatest, which are named', () => {
    expect(drawn(sample(61, 62, 63, 64, 65, 66, 67, 68))).toEqual({
      line: '▁▂▃▄▅▆▇█',
      least: 61,
      greatest: 68,
    });
  });

  it('is that of the follow-up, which has the most readings', () => {
    const followUp = createFollowUp({ heapBytes: (iteration) => iteration * mebibyte }, { count: 40 });
    expect(drawn(sample(1, 300), followUp, sample(1, 200))?.greatest).toBe(45.5);
  });

  it('of a count is in its own unit', () => {
    const followUp = createFollowUp({ descriptors: (iteration) => 5 * iteration }, { count: 8 });
    const results = createResults({ cases: [createCase({ id, samples: [followUp] })] });
    expect(growthSparkline(id, 'descriptors', results)).toEqual({ line: '▁▂▃▄▅▆▇█', least: 20, greatest: 55 });
  });

  it('is no wider than any other', () => {
    const many = Array.from({ length: 401 }, (_, index) => index);
    expect(drawn(sample(...many))?.line).toBe('▁▁▂▃▃▄▅▆▆▇██');
  });

  it('is nothing where there is no such series', () => {
    const results = createResults({ cases: [createCase({ id, samples: [sample(1, 2)] })] });
    expect(growthSparkline(id, 'malloc', results)).toBeUndefined();
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricOf, readRecording } from '../../bench/recording.js';
import { packageRoot } from '../../src/package-root.js';
import { readResults } from '../../src/results/store.js';
import { contradictedPeaks } from '../peaks.js';

const jsonIn = (folder: string) => readdirSync(join(packageRoot, folder)).filter((name) => name.endsWith('.json'));
/** Earlier versions counted less in the peak of the heap than in the heap after it. */
const ofEarlierVersions = /^heap_peak_mb /;

describe('a peak is at least every reading', () => {
  it.each(jsonIn('bench/recorded'))('in the recording %s', (file) => {
    const recording = readRecording(file.replace('.json', ''));
    const isEarlier = !recording.metrics.includes('anon_peak_mb');
    const samples = Object.values(recording.cases).flatMap((recorded) => recorded.samples);
    expect(samples.length).toBeGreaterThan(0);
    const wrong = samples.flatMap((sample) => contradictedPeaks((metric) => metricOf(recording, sample, metric)));
    expect(wrong.filter((words) => !(isEarlier && ofEarlierVersions.test(words)))).toEqual([]);
  });

  it.each(jsonIn('baselines'))('in the baseline %s', async (file) => {
    const { cases } = await readResults(join(packageRoot, 'baselines', file), 'baseline');
    const samples = cases.flatMap((result) => result.samples).filter((sample) => sample.status === 'measured');
    expect(samples.length).toBeGreaterThan(0);
    const wrong = samples.flatMap(({ metrics }) => {
      const isEarlier = metrics.anon_peak_mb === undefined;
      const words = contradictedPeaks((metric) => metrics[metric]);
      return words.filter((each) => !(isEarlier && ofEarlierVersions.test(each)));
    });
    expect(wrong).toEqual([]);
  });
});

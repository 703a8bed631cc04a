import type { Native, Results, Sample } from './schema.js';

/**
 * The document as a baseline stores it: all metrics of all samples, readings over time of one sample per case, and the
 * site lists without their call trees. A baseline lives in a repository, so it must be small.
 */
export function thinForBaseline(results: Results): Results {
  return {
    ...results,
    cases: results.cases.map(({ samples, ...result }) => ({ ...result, samples: thinned(samples) })),
  };
}

function thinned(samples: readonly Sample[]): Sample[] {
  const first = samples.find(({ pass, status }) => pass === 'memory' && status === 'measured');
  return samples.map((sample) => thin(sample, sample === first || sample.pass === 'leak' || sample.index === 0));
}

function thin(sample: Sample, keepsReadings: boolean): Sample {
  if (sample.status === 'failed') return sample;
  const { sites, native } = sample;
  const listed = {
    ...sample,
    ...(sites === undefined ? {} : { sites: withoutTrees(sites) }),
    ...(native === undefined ? {} : { native: withoutNativeTrees(native) }),
  };
  // Retainers are not compared.
  delete listed.retainers;
  if (keepsReadings) return listed;
  const {
    timeline: _timeline,
    iterations: _iterations,
    mapped: _mapped,
    qdrantMemory: _qdrantMemory,
    ...kept
  } = listed;
  return kept;
}

function withoutTrees<Told extends { readonly trees?: unknown }>({
  trees: _trees,
  ...lists
}: Told): Omit<Told, 'trees'> {
  return lists;
}

function withoutNativeTrees(native: Native): Native {
  return native.profiler === 'heaptrack' ? withoutTrees(native) : withoutTrees(native);
}

import { z } from 'zod';

/** One report of memory-bench on a case, as stored in bench/results/cases.json. */
export const observationSchema = z.strictObject({
  verdict: z.string().describe('Of leak detection; `none` where the case was not looked at'),
  series: z.string().optional().describe('The series that the growth is attributed to'),
  rate: z.number().optional().describe('Growth per iteration, in bytes or as a count'),
  iterations: z.int().optional().describe('Iterations that the verdict is made of'),
  comparison: z.string().describe('Verdict of the case against its good variant, or without a baseline'),
  metrics: z.record(z.string(), z.number()).describe('Medians that the truth speaks of, and of regressions'),
  errors: z.array(z.string()).describe('Messages of samples that failed'),
  seconds: z.number().describe('Duration of the run'),
});
export type Observation = z.infer<typeof observationSchema>;

/** The part of the comparison printed by `run --json` that is used here. */
const reportSchema = z.looseObject({
  cases: z.array(
    z.looseObject({
      id: z.string(),
      verdict: z.string(),
      errors: z.array(z.looseObject({ message: z.string() })),
      leak: z
        .looseObject({
          verdict: z.string(),
          series: z.string().optional(),
          rate: z.number().optional(),
          slopeBytes: z.number().optional().describe('The rate, as versions before had it'),
          iterations: z.int().optional(),
        })
        .optional(),
      metrics: z.array(
        z.looseObject({ metric: z.string(), verdict: z.string(), now: z.looseObject({ median: z.number() }) }),
      ),
    }),
  ),
});

/**
 * Returns the report of a run on a case.
 * @throws Error if the output is not a comparison, or lacks the case.
 */
export function observationOf(stdout: string, id: string, wanted: readonly string[], seconds: number): Observation {
  const { cases } = reportSchema.parse(JSON.parse(stdout));
  const found = cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`the run did not report the case ${id}`);
  const { leak, metrics, errors, verdict } = found;
  const told = metrics.filter((each) => each.verdict === 'regression' || wanted.includes(each.metric));
  const rate = leak?.rate ?? leak?.slopeBytes;
  return {
    verdict: leak?.verdict ?? 'none',
    ...(leak?.series !== undefined && { series: leak.series }),
    ...(rate !== undefined && { rate }),
    ...(leak?.iterations !== undefined && { iterations: leak.iterations }),
    comparison: verdict,
    metrics: Object.fromEntries(told.map(({ metric, now }) => [metric, now.median])),
    errors: [...new Set(errors.map(({ message }) => message))],
    seconds,
  };
}

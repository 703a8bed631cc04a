import { limits } from './limits.js';
import { measuredSample } from './sample-schema.js';
import type { CaseResult, Environment, FailedSample, Sample, SampleError } from './schema.js';

/**
 * A sample that a results document can contain. Texts are cut to their limits; a sample whose readings exceed them
 * becomes a failed one. memory-bench must never write what it refuses to read.
 */
export function fittedSample(sample: Sample): Sample {
  if (sample.status === 'failed') return { ...sample, error: fittedError(sample.error) };
  const fitted = {
    ...sample,
    absent: cutValues(sample.absent),
    unsettled: sample.unsettled.slice(0, limits.entries).map((name) => cut(name, limits.name)),
    ...(sample.timeline === undefined
      ? {}
      : { timeline: { ...sample.timeline, phases: sample.timeline.phases.slice(0, limits.phases) } }),
  };
  const mistake = measuredSample.safeParse(fitted).error?.issues[0];
  return mistake === undefined ? fitted : unusable(sample, `${mistake.path.join('.')}: ${mistake.message}`);
}

function unusable({ pass, index, startedAt }: Sample, mistake: string): FailedSample {
  const message = cut(`the sample has readings that a results document cannot hold: ${mistake}`, limits.message);
  return { status: 'failed', pass, index, startedAt, error: { kind: 'measure', message } };
}

function fittedError({ kind, message, stack, log }: SampleError): SampleError {
  return {
    kind,
    message: cut(message, limits.message),
    ...(stack === undefined ? {} : { stack: cut(stack, limits.log) }),
    // The end of a log says what went wrong.
    ...(log === undefined ? {} : { log: log.slice(-limits.log) }),
  };
}

/** The parts of a case that are known before it is measured, with texts cut to their limits. */
export function fittedHead<Head extends Omit<CaseResult, 'samples'>>(head: Head): Head {
  const { skipped } = head;
  return skipped === undefined ? head : { ...head, skipped: cut(skipped, limits.text) };
}

/** An environment whose descriptions are cut to their limits. */
export function fittedEnvironment(environment: Environment): Environment {
  return { ...environment, subject: cutValues(environment.subject), context: cutValues(environment.context) };
}

function cutValues(record: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, cut(value, limits.text)]])),
  );
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

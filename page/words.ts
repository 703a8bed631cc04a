import type { CaseData, PageData } from '../src/report/html/model.js';
import type { MetricName } from '../src/results/metrics.js';

/** A number with its unit, with enough digits to distinguish values within `span`. */
export function withUnit(value: number, unit: string, span: number): string {
  const digits = span >= 50 ? 0 : span >= 5 ? 1 : span >= 0.5 ? 2 : 3;
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
}

/** Bytes in the unit that reads best. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}

/** A metric in plain words. */
export function titleOf(data: PageData, metric: MetricName): string {
  return data.metrics[metric]?.title ?? metric;
}

export function unitOf(data: PageData, metric: MetricName): string {
  return data.metrics[metric]?.unit ?? '';
}

/** The anchor of a case on the page, also usable as a link to share. */
export function anchorOf({ id }: Pick<CaseData, 'id'>): string {
  return `case=${encodeURIComponent(id)}`;
}

const phases: Readonly<Record<string, string>> = {
  cold: 'cold iteration',
  warmup: 'warm-ups',
  measure: 'measured iterations',
  settle: 'settle (garbage collection)',
};

/** Readable name of a phase. */
export function phaseWords(name: string): string {
  return Object.hasOwn(phases, name) ? (phases[name] ?? name) : name;
}

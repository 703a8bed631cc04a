import type { CaseComparison, Comparison } from '../compare/verdict.js';
import { metricNames } from '../results/metrics.js';
import { escapeCell } from './escape.js';
import { type Finding, findingsOf } from './findings.js';
import { countOf, formatDifference, formatPercent, formatValue } from './format.js';
import { comparedWith, headline, incomparableReasons, metricOf, overviewColumns, verdictWords } from './summary.js';

/** The comparison as GitHub Markdown: the verdict, what changed, and everything else folded away. */
export function renderMarkdown(comparison: Comparison): string {
  const findings = findingsOf(comparison);
  const sections = [
    `## ${comparison.verdict === 'pass' ? '✅' : '❌'} memory-bench: ${headline(comparison)}`,
    escapeCell(`${comparedWith(comparison)}.`),
    environment(comparison),
    findings.length === 0 ? '' : findingTable(findings),
    fold(`Overview of ${countOf(comparison.cases.length, 'case')}`, overview(comparison)),
    ...comparison.cases.filter(({ metrics }) => metrics.length > 0).map(caseSection),
    'MiB are bytes / 1024². Changes are settled readings after the measured iterations less settled readings before.',
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function environment(comparison: Comparison): string {
  const differences = comparison.differences
    .filter(({ kind }) => kind !== 'identity')
    .map(({ kind, name, baseline, now }) => {
      const label = kind === 'subject' ? 'Changed' : 'Note';
      return `- ${label}: ${escapeCell(name)} ${escapeCell(baseline)} → ${escapeCell(now)}`;
    });
  const incomparable = [...incomparableReasons(comparison)].map(
    ([reason, ids]) => `- Not comparable: ${escapeCell(reason)} (${ids.map(escapeCell).join(', ')})`,
  );
  return [...differences, ...incomparable].join('\n');
}

function findingTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ kind, caseId, what, detail, failing }) => [
    failing ? `**${kind}**` : kind,
    escapeCell(caseId),
    escapeCell(what),
    escapeCell(detail),
  ]);
  return table(['', 'case', 'what', 'measured against'], rows, [false, false, false, false]);
}

function overview({ cases }: Comparison): string {
  const header = ['case', ...overviewColumns.map(([, title]) => title), 'verdict'];
  const rows = cases.map((judged) => [
    escapeCell(judged.id),
    ...overviewColumns.map(([metric]) => {
      const compared = metricOf(judged, metric);
      return compared === undefined ? '–' : formatValue(metric, compared.now.median);
    }),
    verdictWords(judged),
  ]);
  return table(
    header,
    rows,
    header.map((_, column) => column > 0 && column <= overviewColumns.length),
  );
}

function caseSection(judged: CaseComparison): string {
  const rows = metricNames.flatMap((name) => {
    const compared = metricOf(judged, name);
    if (compared === undefined) return [];
    const { now, baseline, difference, differencePercent, verdict } = compared;
    return [
      [
        escapeCell(name),
        baseline === undefined ? '–' : formatValue(name, baseline.median),
        formatValue(name, now.median),
        difference === undefined
          ? '–'
          : `${formatDifference(name, difference)} ${formatPercent(differencePercent)}`.trim(),
        `${formatValue(name, now.min)} … ${formatValue(name, now.max)}`,
        // What only explains is compared, not judged.
        compared.role === 'primary' ? verdict : '',
      ],
    ];
  });
  const header = ['metric', 'baseline', 'now', 'difference', 'samples now', 'verdict'];
  const body = table(header, rows, [false, true, true, true, true, false]);
  return fold(`${escapeCell(judged.id)}: ${verdictWords(judged)}`, `${escapeCell(judged.description)}\n\n${body}`);
}

function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[], right: readonly boolean[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(right.map((toTheRight) => (toTheRight ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

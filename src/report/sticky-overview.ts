import { table } from './blocks.js';
import { escapeText } from './escape.js';
import { countOf } from './format.js';
import { headingOf } from './section-body.js';

/** Most bytes of a cell, so that a matrix of 256 jobs fits. */
const longestCell = 160;

/** A job's section, as far as the table needs it. */
interface JobSection {
  readonly leg: string;
  readonly body: string;
}

const ranks = ['❌', '⚠️', '✅'] as const;
type Sign = (typeof ranks)[number];

/**
 * Lines before the sections of several jobs: a summary of all jobs, and a table with one row per job, failed first.
 * Empty for one job. Rebuilt from the sections each time. `dropped` is the number of jobs that do not fit.
 */
export function overviewOf(sections: readonly JobSection[], dropped: number): string[] {
  if (sections.length + dropped < 2) return [];
  const jobs = sections
    .map(({ leg, body }) => {
      const { sign, words } = headingOf(body) ?? { sign: '', words: '' };
      return { leg, sign: ranks.find((known) => known === sign) ?? '⚠️', words };
    })
    .sort((a, b) => ranks.indexOf(a.sign) - ranks.indexOf(b.sign));
  const rows = jobs.map(({ leg, sign, words }) => [
    `${sign} ${leg === '' ? 'memory-bench' : escapeText(leg, 100)}`,
    shortCell(words),
  ]);
  return [
    totalLine(
      jobs.map(({ sign }) => sign),
      dropped,
    ),
    '',
    table(['job', 'verdict'], rows, () => false),
    '',
  ];
}

function totalLine(signs: readonly Sign[], dropped: number): string {
  const count = (wanted: Sign) => signs.filter((sign) => sign === wanted).length;
  const all = signs.length + dropped;
  const [failed, doubtful, passed] = ranks.map(count);
  const parts = [
    failed ? `${failed} of ${countOf(all, 'job')} failed` : '',
    doubtful ? `${doubtful} of ${countOf(all, 'job')} with reservations` : '',
    passed ? `${passed} passed` : '',
    dropped > 0 ? `${countOf(dropped, 'job')} not shown` : '',
  ].filter((part) => part !== '');
  const worst = ranks.find((sign) => signs.includes(sign)) ?? '⚠️';
  return `**${worst} ${parts.join(', ')}**`;
}

/** The words of a heading for a cell. They are Markdown already, so only whole words are cut off. */
function shortCell(words: string): string {
  const plain = words.replaceAll('|', '&#124;');
  if (Buffer.byteLength(plain) <= longestCell) return plain;
  const kept: string[] = [];
  let length = 0;
  for (const word of plain.split(' ')) {
    length += Buffer.byteLength(word) + 1;
    if (length > longestCell) break;
    kept.push(word);
  }
  return `${kept.join(' ')} …`;
}

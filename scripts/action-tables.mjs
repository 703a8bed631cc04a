// Generates the tables of docs/action.md between markers such as `<!-- inputs:begin -->` and `<!-- inputs:end -->` from
// the action files. `npm run generate` runs it with all other generators. Run alone, it also accepts --check.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Marker, action file, and section of that file. */
const tables = [
  ['inputs', 'action.yml', 'inputs'],
  ['outputs', 'action.yml', 'outputs'],
  ['comment-inputs', 'comment/action.yml', 'inputs'],
  ['comment-outputs', 'comment/action.yml', 'outputs'],
];

/** The page with the tables, relative to the root. */
export const pageOfTables = 'docs/action.md';

/** Returns that page with tables generated from the action files. Throws if a marker is missing. */
export function pageWithTables() {
  return tables.reduce(
    (page, [marker, file, section]) => {
      const begin = `<!-- ${marker}:begin -->`;
      const end = `<!-- ${marker}:end -->`;
      const [from, to] = [page.indexOf(begin), page.indexOf(end)];
      if (from < 0 || to < from) throw new Error(`${pageOfTables} lacks ${begin} or ${end}`);
      const { [section]: entries } = parse(readFileSync(join(root, file), 'utf8'));
      const rows = section === 'inputs' ? inputRows(entries) : outputRows(entries);
      return `${page.slice(0, from + begin.length)}\n${rows.join('\n')}\n${page.slice(to)}`;
    },
    readFileSync(join(root, pageOfTables), 'utf8'),
  );
}

function inputRows(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    code(name),
    value === undefined ? '' : code(value),
    description,
  ]);
  return table(['input', 'default', 'what it does'], rows);
}

function outputRows(outputs) {
  return table(
    ['output', 'what it is'],
    Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
  );
}

function table(header, rows) {
  return [header, header.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`,
  );
}

function code(text) {
  return `\`${text}\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = pageWithTables();
  const current = readFileSync(join(root, pageOfTables), 'utf8') === made;
  if (!process.argv.includes('--check')) writeFileSync(join(root, pageOfTables), made);
  else if (!current) {
    console.error(`the tables of ${pageOfTables} are not what the action files make of them: run \`npm run generate\``);
    process.exitCode = 1;
  }
}

// Checks that every link and picture of the Markdown pages leads to an existing file or folder and, if it names a
// heading, to a heading of that page. Links to the web are not followed. Takes another root as an optional argument.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';

const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
/** Folders of generated or third-party pages. */
const passedOver = ['node_modules', 'dist', 'lib'];
const marked = new Marked();
const read = new Map();

const problems = pagesIn('').flatMap(problemsOf);
for (const line of problems) console.error(line);
if (problems.length > 0) process.exitCode = 1;

/** Paths of all pages below a folder, relative to the root. */
function pagesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory())
        return passedOver.includes(entry.name) || entry.name.startsWith('.') ? [] : pagesIn(path);
      return entry.name.endsWith('.md') ? [path] : [];
    });
}

function problemsOf(file) {
  const { text, links } = pageAt(file);
  const lines = text.split('\n');
  return links.flatMap((link) => {
    const problem = problemOf(file, link);
    if (problem === undefined) return [];
    const line = lines.findIndex((content) => content.includes(`(${link}`) || content.includes(`"${link}`)) + 1;
    return [`${file}:${Math.max(line, 1)} ${link}: ${problem}`];
  });
}

/** The problem with a link of a page; undefined if there is none. */
function problemOf(file, link) {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return undefined;
  const [path = '', anchor] = link.split('#').map(decodeURIComponent);
  const target = path === '' ? file : posix.join(path.startsWith('/') ? '' : posix.dirname(file), path);
  if (target === '..' || target.startsWith('../')) return 'leads out of the repository';
  if (!existsSync(join(root, target))) return `there is no ${target}`;
  if (anchor === undefined) return undefined;
  // GitHub shows a folder's README below its files.
  const page = statSync(join(root, target)).isDirectory() ? posix.join(target, 'README.md') : target;
  if (!page.endsWith('.md')) return /^L\d+(?:-L\d+)?$/.test(anchor) ? undefined : `${page} has no headings`;
  if (!existsSync(join(root, page))) return `there is no ${page}`;
  return pageAt(page).anchors.has(anchor) ? undefined : `${page} has no heading of that name`;
}

/** A page with its links and anchors. */
function pageAt(file) {
  const known = read.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, file), 'utf8');
  const links = new Set();
  const anchors = new Set();
  marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === 'link' || token.type === 'image') links.add(token.href);
    if (token.type === 'html') {
      for (const [, name, value] of token.raw.matchAll(/\s(href|src|srcset|id|name)="([^"]*)"/g)) {
        if (name === 'id' || name === 'name') anchors.add(value);
        else for (const address of name === 'srcset' ? addressesOf(value) : [value]) links.add(address);
      }
    }
    if (token.type === 'heading') anchors.add(slugOf(textOf(token.tokens), anchors));
  });
  const page = { text, links: [...links], anchors };
  read.set(file, page);
  return page;
}

function addressesOf(srcset) {
  return srcset.split(',').map((part) => part.trim().split(/\s+/)[0]);
}

/** The words of a heading without their markup. */
function textOf(tokens) {
  return tokens.map((token) => (token.tokens === undefined ? (token.text ?? '') : textOf(token.tokens))).join('');
}

/** A heading's anchor as GitHub makes it: a second heading of the same words ends with `-1`, and so on. */
function slugOf(heading, taken) {
  const slug = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  let [unique, count] = [slug, 0];
  while (taken.has(unique)) {
    count += 1;
    unique = `${slug}-${count}`;
  }
  return unique;
}

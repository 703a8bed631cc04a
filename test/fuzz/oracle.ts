import { badlyNested, tagsOf } from '../report/hostile.js';
import { decodeEntities, tablesOf } from '../report/markdown-reader.js';
import { repositoryUrl } from '../report/told.js';

const ours =
  /^<\/?(h2|p|ul|ol|li|strong|em|sub|code|table|thead|tbody|tr|th|td|details|summary|pre|br)( align="\w+")?( class="language-mermaid")?\s?\/?>$/;

/** What outside text has done to a report in Markdown: HTML, links, mentions, references, broken tables and folds. */
export function injectionsInMarkdown(markdown: string): string[] {
  const tags = tagsOf(markdown);
  const links = tags.flatMap((tag) => /href="([^"]*)"/.exec(tag)?.[1] ?? []);
  const read = decodeEntities(markdown.replaceAll(/```.*?```/gs, '').replaceAll(/\]\(\S*\)/g, ']'));
  // A number of MiB has no letters; it is a figure of ours.
  const reference = /@[a-z0-9]|#\d|\bGH-\d|(?<![a-z0-9])(?=\d*[a-f])[0-9a-f]{8,40}(?![a-z0-9])/i.exec(read)?.[0];
  const headings = markdown.match(/^ {0,3}#{1,6} .*/gm) ?? [];
  return [
    ...tags.filter((tag) => !ours.test(tag) && !/^<\/?a\b/.test(tag)).map((tag) => `HTML ${tag}`),
    ...links.filter((address) => !address.startsWith(`${repositoryUrl}/`)).map((address) => `link ${address}`),
    ...badlyNested(markdown).map((tag) => `badly nested ${tag}`),
    ...(reference === undefined ? [] : [`reference ${reference}`]),
    ...headings.slice(1).map((heading) => `heading ${heading.slice(0, 80)}`),
    ...tablesOf(markdown).flatMap((rows) =>
      new Set(rows.map(({ length }) => length)).size > 1 ? ['a row with another number of cells than its head'] : [],
    ),
    ...charts(markdown),
    ...loneSurrogates(markdown),
  ];
}

/** A chart is one block whose only directive is ours. */
function charts(markdown: string): string[] {
  const blocks = markdown.match(/```mermaid\n.*?\n```/gs) ?? [];
  const fences = markdown.match(/```/g)?.length ?? 0;
  return [
    ...(fences === 2 * blocks.length ? [] : ['a code fence']),
    ...blocks.filter((block) => block.split('%%{').length !== 2).map(() => 'a directive of mermaid'),
  ];
}

/** The markers in a comment, beside those of its own sections. */
export function injectionsInComment(body: string, sections: number): string[] {
  const markers = body.match(/<!--/g)?.length ?? 0;
  return [
    ...(markers === 1 + 2 * sections ? [] : [`${markers} markers for ${sections} sections`]),
    ...(Buffer.byteLength(body) > 65_536 ? ['longer than a comment'] : []),
    ...loneSurrogates(body),
  ];
}

/** What outside text has done to a terminal. */
export function injectionsInTerminal(text: string): string[] {
  const control = /[\p{Cc}--\n]/v.exec(text)?.[0];
  return control === undefined ? [] : [`control character ${JSON.stringify(control)}`];
}

/** What outside text has done to the log of a runner. */
export function injectionsInLog(text: string): string[] {
  const command = /^\s*::|##\[/m.exec(text)?.[0];
  return [...(command === undefined ? [] : [`workflow command ${command}`]), ...injectionsInTerminal(text)];
}

/** What outside text has done to the HTML report: it has two scripts, and its data is JSON. */
export function injectionsInHtml(html: string): string[] {
  const scripts = html.match(/<script\b/g)?.length ?? 0;
  const [, data = ''] = /<script type="application\/json" id="report-data">(.*?)<\/script>/s.exec(html) ?? [];
  const head = html.slice(0, html.indexOf('<style>'));
  return [
    ...(scripts === 2 && html.match(/<\/script>/g)?.length === 2 ? [] : [`${scripts} scripts`]),
    ...(data.includes('<') ? ['markup in the data'] : []),
    ...(head.match(/</g)?.length === 9 ? [] : ['markup in the head']),
    ...(isJson(data) ? [] : ['data that is no JSON']),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function loneSurrogates(text: string): string[] {
  return text.isWellFormed() ? [] : ['a lone surrogate'];
}

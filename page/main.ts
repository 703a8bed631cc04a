import type { PageData } from '../src/report/html/model.js';
import { casesPart } from './cases.ts';
import { element } from './dom.ts';
import { changesPart, findingsPart } from './findings.ts';
import { overviewPart } from './overview.ts';

const embedded = document.getElementById('report-data')?.textContent;
if (embedded) show(JSON.parse(embedded) as PageData);

function show(data: PageData): void {
  const cases = casesPart(data);
  const changes = changesPart(data);
  document.body.append(
    headerOf(data),
    element(
      'main',
      {},
      findingsPart(data),
      ...(changes === undefined ? [] : [changes]),
      overviewPart(data, cases.show),
      cases.part,
    ),
  );
  addEventListener('hashchange', () => cases.open(location.hash.slice(1)));
  // A link to the current hash fires no hashchange event.
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null && link.hash === location.hash) cases.open(link.hash.slice(1));
  });
  cases.open(location.hash.slice(1));
}

function headerOf({ verdict, tone, headline, remedy, compared }: PageData): HTMLElement {
  return element(
    'header',
    {},
    element('p', { class: 'product' }, 'memory-bench'),
    element('h1', {}, element('span', { class: `badge ${tone}` }, verdict), ` ${headline}`),
    ...(remedy === '' ? [] : [element('p', {}, remedy)]),
    element('p', {}, `${compared}.`),
  );
}

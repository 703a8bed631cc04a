import type { CaseData, PageData } from '../src/report/html/model.js';
import { caseView } from './case-view.ts';
import { element } from './dom.ts';
import { anchorOf } from './words.ts';

/** The page section that lists the cases, folded. */
export interface CasesPart {
  readonly part: HTMLElement;
  /** Shows the given cases, in the given order. */
  show(cases: readonly CaseData[]): void;
  /** Unfolds a case and scrolls it into view. Returns false if no case has that anchor. */
  open(anchor: string): boolean;
}

/** Builds one fold per case. Its charts are drawn when it is first unfolded. */
export function casesPart(data: PageData): CasesPart {
  const folds = new Map(data.cases.map((shown, index) => [shown, foldOf(data, shown, index)]));
  const list = element('div', {}, ...folds.values());
  const none = element('p', { hidden: true }, 'No case is like that.');
  const heading = element('h2', { id: 'cases' }, 'Cases');
  return {
    part: element('section', { 'aria-labelledby': 'cases' }, heading, none, list),
    show: (cases) => {
      list.replaceChildren(...cases.flatMap((shown) => folds.get(shown) ?? []));
      none.hidden = cases.length > 0;
    },
    open: (anchor) => {
      const [, fold] = [...folds].find(([shown]) => anchorOf(shown) === anchor) ?? [];
      if (fold === undefined) return false;
      fold.open = true;
      fold.scrollIntoView();
      fold.querySelector('summary')?.focus({ preventScroll: true });
      return true;
    },
  };
}

function foldOf(data: PageData, shown: CaseData, number: number): HTMLDetailsElement {
  const summary = element(
    'summary',
    {},
    element('span', { class: 'id' }, shown.id),
    ' ',
    element('span', { class: `badge ${shown.tone}` }, shown.verdicts.join(', ')),
  );
  const fold = element('details', { class: 'fold' }, summary);
  fold.addEventListener(
    'toggle',
    () => {
      fold.append(caseView(data, shown, number));
    },
    { once: true },
  );
  return fold;
}

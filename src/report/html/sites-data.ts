import { measuredIn } from '../../compare/judge-metric.js';
import { isLeaking, sitesBeside } from '../../compare/sites.js';
import type { SiteDifference } from '../../compare/verdict.js';
import type { SiteTrees } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { bytesWords } from '../format.js';
import { explainingSide } from '../where.js';
import { callData, framesData, mostBytes } from './calls-data.js';
import type { CaseSources } from './metric-data.js';
import type { FramesData, Owner, SiteData, SitesData } from './model.js';

const longestPlace = 300;

/** Where the memory of a case comes from, as a list and by calls; undefined if it was not recorded. */
export function sitesData({ judged, result, baseline }: CaseSources): SitesData | undefined {
  const now = measuredIn(result);
  const sites = sitesBeside(now, measuredIn(baseline), isLeaking(judged.leak));
  if (sites === undefined) return undefined;
  const explaining = explainingSide(judged);
  const trees = now.find((sample) => sample.sites !== undefined)?.sites?.trees;
  return {
    compared: sites.compared,
    before: baseline !== undefined,
    first: (judged.sites?.[explaining].length ?? 0) > 0 ? explaining : 'kept',
    frames: framesOf(trees?.frames ?? []),
    kept: {
      sites: sites.kept.map((site) => siteData(site, sites.compared)),
      calls: trees && callData(trees.alive),
    },
    allocated: {
      sites: sites.allocated.map((site) => siteData(site, sites.compared)),
      calls: trees && callData(trees.allocated),
    },
  };
}

type Place = Pick<SiteDifference, 'file' | 'line' | 'function'>;

function siteData(site: SiteDifference, compared: boolean): SiteData {
  const { kind, caller, baseline, now, difference } = site;
  return {
    kind: kind === 'buffer' ? 'Buffers' : 'objects',
    owner: ownerOf(site),
    function: nameOf(site),
    place: placeOf(site),
    caller: caller === undefined ? '' : [nameOf(caller), placeOf(caller)].filter((words) => words !== '').join(' at '),
    // A baseline that does not list the site may still have had a little of it.
    baseline: !compared ? '' : baseline === 0 ? '–' : amount(baseline),
    now: amount(now),
    difference: compared ? signed(difference) : '',
  };
}

function amount(bytes: number): string {
  return bytesWords(Math.min(mostBytes, bytes));
}

function signed(bytes: number): string {
  if (bytes === 0) return '0';
  return `${bytes > 0 ? '+' : '-'}${amount(Math.abs(bytes))}`;
}

function framesOf(frames: SiteTrees['frames']): FramesData {
  return framesData(
    frames.map((frame) => ({ name: nameOf(frame), path: frame.file, line: frame.line, owner: ownerOf(frame) })),
  );
}

function nameOf({ function: name }: Place): string {
  const shown = shownText(name, 120);
  return shown === '' ? '(anonymous)' : shown;
}

function placeOf({ file, line }: Place): string {
  return file === '' ? '' : shownText(line === 0 ? file : `${file}:${line}`, longestPlace);
}

function ownerOf({ file }: Pick<Place, 'file'>): Owner {
  if (file === '') return 'node';
  return file.startsWith('node_modules/') ? 'package' : 'own';
}

import { describe, expect, it } from 'vitest';
import { retainersData } from '../../src/report/html/retainers-data.js';
import { retainerLines } from '../../src/report/retainers.js';
import { whereOf } from '../../src/report/where.js';
import {
  createCaseComparison,
  createLeakFinding,
  createRetainers,
  createSiteDifference,
  createSitesComparison,
} from '../builders.js';

const held = '`recent` (Map) at src/app.js:3 holds 4,000 objects, 8.1 MiB';

describe('who holds a leak', () => {
  it('is named with the line, the number of objects and their size', () => {
    expect(retainerLines(createRetainers())).toEqual([held]);
  });

  it('is named with the function that most goes through', () => {
    const through = { file: 'src/poll.js', line: 8, function: 'tick' };
    const timers = { name: 'timerListMap[]', type: 'TimersList', at: undefined, through };
    expect(retainerLines(createRetainers(timers))).toEqual([
      'Node’s list of active timers holds 4,000 objects, 8.1 MiB, through `tick` at src/poll.js:8',
    ]);
  });

  it('may have no name', () => {
    expect(retainerLines(createRetainers({ name: '', type: 'Socket', at: undefined, objects: 1 }))).toEqual([
      'Socket holds 1 object, 8.1 MiB',
    ]);
  });

  it('comes before who allocates it', () => {
    const judged = createCaseComparison({
      leak: createLeakFinding(),
      sites: createSitesComparison({ compared: false, kept: [createSiteDifference()] }),
      retainers: createRetainers(),
    });
    expect(whereOf(judged)).toEqual([held, '1.00 MiB of objects kept at src/ingest.ts:42 (ingest)']);
    expect(whereOf({ ...judged, sites: undefined })).toEqual([held]);
  });

  it('is in the HTML report with all that is known of it', () => {
    expect(retainersData(createRetainers())?.rows).toEqual([
      {
        holder: 'recent (Map)',
        place: 'src/app.js:3',
        through: '–',
        objects: '4,000',
        size: '8.1 MiB',
        held: '3,900 Object (7.6 MiB)',
      },
    ]);
  });
});

import type { Retainers } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { bytesWords } from '../format.js';
import { functionWords, heldWords, holderWords } from '../retainers.js';
import type { RetainersData } from './model-detail.js';

const longestText = 600;

/** Holders of leaked objects; undefined if they were not recorded or none holds many. */
export function retainersData(retainers: Retainers | undefined): RetainersData | undefined {
  if (retainers === undefined || retainers.holders.length === 0) return undefined;
  const { iterations, grownObjects, grownBytes, holders } = retainers;
  return {
    words: `${grownObjects.toLocaleString('en-US')} objects, ${bytesWords(grownBytes)}, came in ${iterations} iterations and are alive.`,
    rows: holders.map((holder) => ({
      holder: shownText(holderWords(holder).replaceAll('`', ''), longestText),
      place: holder.at === undefined ? '–' : shownText(`${holder.at.file}:${holder.at.line}`, longestText),
      through:
        holder.through === undefined ? '–' : shownText(functionWords(holder.through).replaceAll('`', ''), longestText),
      objects: holder.objects.toLocaleString('en-US'),
      size: bytesWords(holder.bytes),
      held: shownText(heldWords(holder), longestText),
    })),
  };
}

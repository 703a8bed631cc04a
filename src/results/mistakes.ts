import { z } from 'zod';

const mostShown = 10;
const longestShown = 300;

/** What a schema found wrong, one line for each mistake: the first ones, however many there are. */
export function mistakesIn({ issues }: z.ZodError): string {
  const shown = issues.slice(0, mostShown).map(({ message, path }) => ({
    message: shortened(message),
    // A path holds names of fields that the author of the document chose.
    path: path.map((step) => (typeof step === 'string' ? shortened(step) : step)),
  }));
  const left = issues.length - shown.length;
  return `${z.prettifyError({ issues: shown })}${left > 0 ? `\n✖ and ${left} more` : ''}`;
}

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}

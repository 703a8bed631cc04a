import { z } from 'zod';

const mostShown = 10;
const longestShown = 300;

/** The first mistakes that a schema found, one per line, and the number of the others. */
export function mistakesIn({ issues }: z.ZodError): string {
  const shown = issues.slice(0, mostShown).map(({ message, path }) => ({
    message: shortened(message),
    // A path contains field names that the document's author chose.
    path: path.map((step) => (typeof step === 'string' ? shortened(step) : step)),
  }));
  const left = issues.length - shown.length;
  return `${z.prettifyError({ issues: shown })}${left > 0 ? `\n✖ and ${left} more` : ''}`;
}

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}

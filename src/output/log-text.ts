import { plainText } from '../report/plain-text.js';

const esc = '\u001b';
/** Colours and dimming that memory-bench itself sets; they cannot move the cursor or hide text. */
const colours = new RegExp(`${esc}\\[(?:0|1|2|22|3[0-79])m`, 'g');
/** A private-use character that replaces ESC while other control characters are removed. */
const held = '\uf8ff';

/**
 * Text that is safe in a log and on a terminal, whatever it quotes. It has no control character except the line feed,
 * no invisible or bidirectional character, and no line that a GitHub runner takes for a command. The runner looks for
 * `::` at the start of a line and for `##[` anywhere in one, so a space is put between the two characters.
 */
export function logText(text: string): string {
  return withoutCommands(plainText(text));
}

/** Like logText, but keeps memory-bench's own colours. */
export function screenText(text: string): string {
  const marked = text.replaceAll(held, '').replaceAll(colours, (code) => `${held}${code.slice(1)}`);
  return logText(marked)
    .replaceAll(new RegExp(`${held}(?=\\[\\d+m)`, 'g'), esc)
    .replaceAll(held, '');
}

/** Equivalent JSON that is safe in a log: characters that logText would change are written as `\uXXXX`. */
export function jsonText(json: string): string {
  return json
    .replaceAll(/##\[/g, '#\\u0023[')
    .replaceAll(/[^\P{C}\n]|\p{Zl}|\p{Zp}/gu, (character) =>
      [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
        .join(''),
    );
}

function withoutCommands(text: string): string {
  return text.replaceAll(/^(\s*:)(?=:)/gm, '$1 ').replaceAll(/##(?=\[)/g, '# #');
}

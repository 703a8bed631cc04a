const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const none = /[\p{M}\p{Cf}]/u;

/** Terminal columns that a text takes. Wide characters, such as CJK, take two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + widthOfOne(character), 0);
}

/** The beginning of a text that fits into `columns` terminal columns. */
export function cutToWidth(text: string, columns: number): string {
  let width = 0;
  let cut = '';
  for (const character of text) {
    width += widthOfOne(character);
    if (width > columns) break;
    cut += character;
  }
  return cut;
}

function widthOfOne(character: string): number {
  return wide.test(character) ? 2 : none.test(character) ? 0 : 1;
}

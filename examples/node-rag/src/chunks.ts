const chunkCharacters = 800;

/** A text in pieces of at most 800 characters that end between words. */
export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (chunk !== '' && chunk.length + 1 + word.length > chunkCharacters) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk = chunk === '' ? word : `${chunk} ${word}`;
  }
  return chunk === '' ? chunks : [...chunks, chunk];
}

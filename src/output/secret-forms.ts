/** Characters of the shortest line that is searched for separately in a multi-line secret, such as a private key. */
const shortestLine = 16;

/** The forms of a secret when it is quoted, encoded or printed, longest first. */
export function formsOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).filter((line) => line.length >= shortestLine && line !== secret);
  const forms = [secret, ...lines].flatMap(encodingsOf);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

function encodingsOf(text: string): string[] {
  const percent = encodeURIComponent(text.toWellFormed());
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    percent,
    percent.replaceAll(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
    percent.replaceAll('%20', '+'),
    htmlOf(text),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64At(text, offset)),
  ];
}

function htmlOf(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * The characters of a secret in the Base64 of a longer text, such as `user:secret`. They depend on how many bytes
 * precede it. Characters that it shares with its neighbours are left out.
 */
function base64At(text: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const encoded = bytes.toString('base64').replace(/=+$/, '');
  const own = encoded.slice(Math.ceil((offset * 4) / 3), bytes.length % 3 === 0 ? undefined : -1);
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}

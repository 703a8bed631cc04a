import { createHash } from 'node:crypto';

/** Names that set up memory, threads and Node: what stands in them is no secret. */
const settings =
  /^(MALLOC_|GLIBC_TUNABLES$|MIMALLOC_|OMP_|UV_THREADPOOL_SIZE$|NODE_(OPTIONS|ENV)$|RUST_LOG$|TOKENIZERS_)/;
const secrets = /key|token|secret|pass|pwd|pin|auth|cred/i;

/**
 * Variables of the measured process as a results document names them. They are part of the subject: a pull request may
 * well be about MALLOC_ARENA_MAX, and then has to be compared with what was before, and told first. Results and comments
 * are public where the repository is, so only plain settings are shown (numbers, switches, and names known for them);
 * of the others, a fingerprint tells that they changed.
 */
export function shownVariables(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      `env ${name}`,
      isPlain(name, value) ? value : fingerprint(value),
    ]),
  );
}

function isPlain(name: string, value: string): boolean {
  if (settings.test(name)) return true;
  return /^(-?\d+(\.\d+)?[A-Za-z%]{0,3}|true|false|on|off|yes|no|)$/i.test(value) && !secrets.test(name);
}

function fingerprint(value: string): string {
  return `sha256 ${createHash('sha256').update(value).digest('hex').slice(0, 8)}`;
}

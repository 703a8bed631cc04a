import { createHash } from 'node:crypto';

/** Names that configure memory, threads and Node. Their values are not secret. */
const settings =
  /^(MALLOC_|GLIBC_TUNABLES$|MIMALLOC_|OMP_|UV_THREADPOOL_SIZE$|NODE_(OPTIONS|ENV)$|RUST_LOG$|TOKENIZERS_)/;
const secrets = /key|token|secret|pass|pwd|pin|auth|cred/i;

/**
 * Variables of the measured process, as a results document names them. They are part of the subject: a pull request
 * about MALLOC_ARENA_MAX must be compared with the results before it, and the change is named first. Results and
 * comments are as public as the repository, so only plain settings are shown (numbers, switches, and known names). For
 * the others, a fingerprint shows that they changed.
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

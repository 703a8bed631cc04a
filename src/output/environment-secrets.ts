/** Names whose values are credentials by convention. `CACHE_KEY` does not match: `key` alone is too vague. */
const secretName =
  /(^|[_.:-])(api_?key|access_?key|private_?key|signing_?key|encryption_?key|pat|auth|credentials?|bearer)s?$|[_.:-]pwd$/i;
const wordInName = /(token|secret|passw(or)?d|passphrase|api_?key|access_?key|private_?key|_auth(?=$|_|token))/i;
const secretInput = /[-_](token|api[-_]key|password|secret)$/i;
/** Names whose values are paths, addresses or names. */
const harmlessName = /^(SSH_AUTH_SOCK|XAUTHORITY|TOKENIZERS_PARALLELISM|.*_(FILE|PATH|DIR|HOME|SOCK|PARALLELISM))$/i;

/** Whether a variable of that name may contain a credential. */
export function isSecretName(name: string): boolean {
  if (/^(INPUT_|ACTIONS_)/i.test(name)) return true;
  return !harmlessName.test(name) && (secretName.test(name) || wordInName.test(name));
}

/**
 * The credentials in an environment: values of variables with such a name, everything a runner passes to an action as
 * `ACTIONS_*` except plain addresses and switches, and passwords in addresses such as that of a proxy.
 */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(environment).flatMap(([name, value = '']) => {
    // Programs also accept the address of a proxy without a scheme.
    const inAddress = passwordsIn(/_proxy$/i.test(name) && !value.includes('://') ? `http://${value}` : value);
    if (/^ACTIONS_/i.test(name)) return isPlainSetting(value) ? inAddress : [value.trim(), ...inAddress];
    // A comment key is an input too, but not a credential.
    const found = /^INPUT_/i.test(name) ? secretInput.test(name) : isSecretName(name);
    return found && !isPath(value) ? [value.trim(), ...inAddress] : inAddress;
  });
}

function isPlainSetting(value: string): boolean {
  if (/^[\w.-]{0,15}$/.test(value) || isPath(value)) return true;
  if (!URL.canParse(value)) return false;
  const { search, username, password, hash } = new URL(value);
  return `${search}${username}${password}${hash}` === '';
}

function isPath(value: string): boolean {
  return /^(\/|[A-Za-z]:[\\/])[^\s]*$/.test(value) && !/[+=]/.test(value);
}

/** Passwords in addresses, as written and decoded. */
function passwordsIn(value: string): string[] {
  if (!value.includes('@') || !value.includes('://')) return [];
  return value.split(/[\s,;]+/).flatMap((part) => {
    if (!URL.canParse(part)) return [];
    const { password, username } = new URL(part);
    const secret = password === '' ? (username.length >= 20 ? username : '') : password;
    return secret === '' ? [] : [secret, decoded(secret)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

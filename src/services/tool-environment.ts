import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isSecretName } from '../output/environment-secrets.js';

/** Programs that memory-bench starts besides what it measures. */
export type Tool = 'docker' | 'git' | 'guardian' | 'model-download' | 'npm' | 'profiler' | 'tar';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables any program may need to start, find its files and print; those from SystemRoot on are for Windows. */
const basics =
  /^(PATH|HOME|USER|LOGNAME|TMPDIR|LANG|LC_[A-Z]+|TZ|LD_LIBRARY_PATH|DYLD_[A-Z_]+|SystemRoot|windir|SystemDrive|ComSpec|PATHEXT|TEMP|TMP|USERPROFILE|USERNAME|APPDATA|LOCALAPPDATA|ProgramData|ProgramFiles.*)$/i;
/** A proxy's address may contain a password, so only programs that use the network get it. */
const network = /^((https?|all|no|ftp)_proxy|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS)$/i;
/** All but credentials: plugins, contexts and credential helpers read variables that memory-bench cannot know. */
const docker = /./;

const needed: Readonly<Record<Tool, readonly RegExp[]>> = {
  docker: [network, docker],
  // The location of the repository and of the settings; not settings themselves, which may contain credentials.
  git: [
    /^(GIT_(DIR|WORK_TREE|COMMON_DIR|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM))|XDG_CONFIG_HOME)$/,
  ],
  // It removes containers.
  guardian: [docker],
  'model-download': [network],
  npm: [network, /^(npm_config_.+|NODE_OPTIONS|XDG_.+)$/i],
  profiler: [/^(DEBUGINFOD_.+|VALGRIND_LIB|XDG_CACHE_HOME)$/],
  tar: [],
};

/** Variables that contain a credential but are passed on, because the tool cannot work without them. */
const neededSecrets: Readonly<Partial<Record<Tool, RegExp>>> = {
  docker: /^(DOCKER_AUTH_CONFIG|SSH_AUTH_SOCK)$/,
  guardian: /^SSH_AUTH_SOCK$/,
  npm: /^npm_config_.+$/i,
};

/** The environment of a tool: only those of memory-bench's variables that it needs. */
export function toolEnvironment(tool: Tool, environment: Environment = process.env): Record<string, string> {
  const patterns = [basics, ...needed[tool]];
  const named = tool === 'npm' ? namedInNpmrc(environment) : new Set<string>();
  const passed = Object.entries(environment).filter(
    ([name]) =>
      named.has(name) ||
      (patterns.some((pattern) => pattern.test(name)) &&
        (!isSecretName(name) || neededSecrets[tool]?.test(name) === true)),
  );
  return Object.fromEntries(passed.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Variables that npm's own configuration refers to, such as `${NODE_AUTH_TOKEN}` in the file of actions/setup-node. */
function namedInNpmrc(environment: Environment): Set<string> {
  const given = (setting: string) =>
    Object.entries(environment).find(([name]) => name.toLowerCase() === `npm_config_${setting}`)?.[1];
  const files = [given('userconfig') ?? join(environment.HOME ?? homedir(), '.npmrc'), given('globalconfig')].filter(
    (path) => path !== undefined,
  );
  return new Set(
    files.flatMap((path) => [...textOf(path).matchAll(/\$\{([^}?]+)\??\}/g)].map(([, name = '']) => name)),
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // npm works without the file, too.
    return '';
  }
}

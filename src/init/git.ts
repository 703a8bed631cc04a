import { execFileSync } from 'node:child_process';
import { toolEnvironment } from '../services/tool-environment.js';

/** The root of the work tree that a folder is in; undefined outside of one, or without git. */
export function repositoryOf(folder: string): string | undefined {
  return git(folder, 'rev-parse', '--show-toplevel');
}

/** The branch that pull requests are merged into, as far as the clone shows. */
export function defaultBranch(folder: string): string {
  const ofOrigin = git(folder, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD');
  if (ofOrigin !== undefined) return ofOrigin.replace(/^origin\//, '');
  const usual = [git(folder, 'config', 'init.defaultBranch'), 'main', 'master'].filter((name) => name !== undefined);
  return usual.find((name) => hasBranch(folder, name)) ?? git(folder, 'symbolic-ref', '--short', 'HEAD') ?? 'main';
}

/** Whether git already ignores a path, by any rule. */
export function isIgnored(folder: string, path: string): boolean {
  return git(folder, 'check-ignore', path) !== undefined;
}

function hasBranch(folder: string, name: string): boolean {
  return [`refs/heads/${name}`, `refs/remotes/origin/${name}`].some(
    (ref) => git(folder, 'rev-parse', '--verify', '--quiet', ref) !== undefined,
  );
}

/** The output of git; undefined if it fails or prints nothing. */
function git(folder: string, ...given: string[]): string | undefined {
  try {
    const said = execFileSync('git', given, {
      cwd: folder,
      encoding: 'utf8',
      env: toolEnvironment('git'),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.trim() || undefined;
  } catch {
    return undefined;
  }
}

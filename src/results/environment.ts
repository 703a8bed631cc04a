import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { basename } from 'node:path';
import { toolEnvironment } from '../services/tool-environment.js';
import type { Packages } from './packages.js';
import type { Environment, Identity, Results } from './schema.js';

/** The parts of an environment besides the machine itself. */
export interface EnvironmentParts {
  readonly modelId: string | undefined;
  readonly profile: string;
  readonly qdrant: 'own' | 'external';
  /** Origin of the server's program, such as `release`; undefined without a server. */
  readonly qdrantOrigin?: string | undefined;
  /** The parts a pull request may change: versions of Node, Qdrant and packages, variables of the measured process. */
  readonly subject: Readonly<Record<string, string>>;
  /** All packages the workspace loads; undefined if it has none. */
  readonly packages?: Packages | undefined;
}

/** Describes the environment of results: what must be equal, what is the subject, and what is only context. */
export function describeEnvironment(parts: EnvironmentParts): Environment {
  const identity: Identity = {
    os: process.platform,
    arch: process.arch,
    libc: [libc().kind, ...preloaded()].join('+'),
    cores: availableParallelism(),
    model: parts.modelId ?? 'none',
    qdrant: parts.qdrant,
    profile: parts.profile,
  };
  return {
    key: environmentKey(identity),
    identity,
    subject: { ...parts.subject },
    ...(parts.packages === undefined ? {} : { packages: parts.packages }),
    context: context(parts.qdrantOrigin),
  };
}

/** The identity as a file name, such as `linux-x64-glibc-2c-all-MiniLM-L6-v2-0123456789ab-default`. */
export function environmentKey({ os, arch, libc: kind, cores, model, qdrant, profile }: Identity): string {
  const parts = [os, arch, kind, `${cores}c`, model, ...(qdrant === 'own' ? [] : [`${qdrant}-qdrant`]), profile];
  return parts.join('-').replaceAll(/[^A-Za-z0-9._-]+/g, '-');
}

/** The commit of the work tree in `folder`; undefined outside of one. Ignores files that memory-bench writes. */
export function currentCommit(folder: string): Results['commit'] {
  try {
    const sha = git(folder, 'rev-parse', 'HEAD');
    return { sha, dirty: status(folder) !== '' };
  } catch {
    return undefined;
  }
}

/** The files of the work tree in `folder` that differ from its commit, including untracked ones. */
export function changedFiles(folder: string): string[] {
  try {
    return status(folder)
      .split('\n')
      .flatMap((line) => /^ ?\S{1,2} +(.+)$/.exec(line)?.[1] ?? []);
  } catch {
    return [];
  }
}

/** Another package's run in the same work tree may have left its results there. */
const ownFolders = ':(top,exclude,glob)**/.memory-bench/**';

function status(folder: string): string {
  return git(folder, 'status', '--porcelain', '--', ':(top)', ownFolders);
}

/** Whether git knows a file, named relative to `folder`. */
export function isTracked(folder: string, file: string): boolean {
  try {
    git(folder, 'ls-files', '--error-unmatch', '--', `:(literal)${file}`);
    return true;
  } catch {
    return false;
  }
}

function git(folder: string, ...given: string[]): string {
  return execFileSync('git', [...trusting(), ...given], {
    cwd: folder,
    encoding: 'utf8',
    env: toolEnvironment('git'),
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/**
 * In a container job the checkout belongs to another user, so git refuses to read it. Programs that git may start for
 * that user are turned off. Elsewhere, git's own rule applies.
 */
function trusting(): string[] {
  return process.env.GITHUB_ACTIONS === 'true' ? ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'] : [];
}

/** Names of preloaded libraries. One may be another allocator, which makes another environment. */
function preloaded(): string[] {
  return (process.env.LD_PRELOAD ?? '')
    .split(/[\s:]+/)
    .filter(Boolean)
    .map((path) => basename(path));
}

function libc(): { kind: string; version: string } {
  if (process.platform !== 'linux') return { kind: 'system', version: '' };
  const report = process.report.getReport();
  const header = typeof report === 'object' && 'header' in report ? report.header : undefined;
  const version =
    typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
      ? String(header.glibcVersionRuntime)
      : undefined;
  return version === undefined ? { kind: 'musl', version: '' } : { kind: 'glibc', version };
}

function context(qdrantOrigin: string | undefined): Record<string, string> {
  const facts: Record<string, string> = {
    cpu: cpus()[0]?.model ?? 'unknown',
    kernel: release(),
    memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    libc: `${libc().kind} ${libc().version}`.trim(),
  };
  if (qdrantOrigin !== undefined) facts['origin of Qdrant'] = qdrantOrigin;
  const hugePages = transparentHugePages();
  if (hugePages !== undefined) facts.transparentHugePages = hugePages;
  const runner = [process.env.ImageOS, process.env.ImageVersion].filter(Boolean).join(' ');
  if (runner !== '') facts.runner = runner;
  return facts;
}

/** The mode in force, such as `madvise`. It changes resident memory by megabytes. */
function transparentHugePages(): string | undefined {
  try {
    return /\[(\w+)\]/.exec(readFileSync('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

import { spawnSync } from 'node:child_process';
import { findChromium } from '../../scripts/chromium.mjs';
import { canMountDisks } from '../small-disk.js';

interface Requirement {
  /** Commands that all succeed where the program works; `<name> --version` by default. */
  readonly probes?: readonly (readonly [string, ...string[]])[];
  /** Replaces the probes for what is not looked up on PATH. */
  readonly isInstalled?: () => boolean;
  /** Debian and Ubuntu packages that bring it. */
  readonly packages: readonly string[];
}

/** The programs that some tests need besides Node, npm, git and a POSIX shell. `.ci/run` installs all of them. */
const requirements = {
  bash: { packages: ['bash'] },
  cargo: { packages: ['cargo'] },
  // A compiler without the headers of the C library compiles nothing.
  cc: { probes: [['cc', '-E', '-x', 'c', '-include', 'stdlib.h', '/dev/null']], packages: ['gcc', 'libc6-dev'] },
  chromium: { isInstalled: () => findChromium() !== undefined, packages: ['chromium'] },
  heaptrack: {
    probes: [
      ['heaptrack', '--version'],
      ['heaptrack_print', '--version'],
    ],
    packages: ['heaptrack'],
  },
  make: { packages: ['make'] },
  // Needs root, or sudo.
  mount: { isInstalled: canMountDisks, packages: ['mount'] },
  perl: { packages: ['perl'] },
  python3: { packages: ['python3'] },
  // Containers without /dev/pts have the program and no terminal.
  script: { probes: [['script', '--quiet', '--return', '--command', 'true', '/dev/null']], packages: ['bsdutils'] },
  valgrind: { packages: ['valgrind'] },
} satisfies Record<string, Requirement>;

/** A program that a test can ask for with `needs`. */
export type Program = keyof typeof requirements;

/** Every program that a test can ask for. */
export const programs = Object.keys(requirements) as readonly Program[];

/** Debian and Ubuntu packages that bring a program. */
export function packagesOf(program: Program): readonly string[] {
  return requirements[program].packages;
}

const known = new Map<Program, boolean>();

/** Whether a program is installed and starts. Probed once per process. */
export function isInstalled(program: Program): boolean {
  const installed = known.get(program) ?? probe(program, requirements[program]);
  known.set(program, installed);
  return installed;
}

function probe(name: string, requirement: Requirement): boolean {
  if (requirement.isInstalled !== undefined) return requirement.isInstalled();
  const probes = requirement.probes ?? [[name, '--version']];
  return probes.every(([file, ...given]) => spawnSync(file, given, { stdio: 'ignore' }).status === 0);
}

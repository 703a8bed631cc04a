import { spawnSync } from 'node:child_process';
import { type Survey, surveyOf } from '../../src/init/survey.js';
import { writeProject } from '../suite/project.js';

export type Files = Readonly<Record<string, string>>;

/** Somebody's git repository with these files, on a branch. */
export function writeRepository(files: Files, branch = 'main'): string {
  const folder = writeProject(files);
  git(folder, 'init', '--quiet', `--initial-branch=${branch}`);
  return folder;
}

/** Runs git as nobody in particular. */
export function git(folder: string, ...given: string[]): void {
  const nobody = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com'];
  const { status, stderr } = spawnSync('git', [...nobody, ...given], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** What is found out of a repository with these files, from a folder of it. */
export function surveyed(files: Files, from = ''): Survey {
  return surveyOf(`${writeRepository(files)}/${from}`);
}

/** A package.json with these fields. */
export function manifest(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ name: 'project', version: '1.0.0', ...fields });
}

import { relative } from 'node:path';
import type { InitRequest } from '../config/command-line.js';
import { carryOut, type Deed, deedFor, ignoring } from './deeds.js';
import { projectFiles } from './files.js';
import { ignoreFile } from './git-ignore.js';
import { nextSteps } from './next-steps.js';
import { surveyOf } from './survey.js';
import { placeholderAction } from './workflows.js';

/**
 * Sets up a project: configuration, first scenario, both workflows, `.gitignore`. It asks no questions and keeps
 * existing files unless `force` is set. Returns a text for the user: the changes and the next steps.
 * @throws UsageError if there is no package; EnvironmentError if a file cannot be written.
 */
export async function init({ workingDirectory, force, dryRun, action }: InitRequest): Promise<string> {
  const survey = surveyOf(workingDirectory);
  const files = projectFiles(survey, action ?? placeholderAction);
  const deeds = [...files.map((file) => deedFor(file, force)), ignoring(ignoreFile(survey))];
  if (dryRun) return deeds.map((deed) => foretold(deed, survey.workingDirectory)).join('');
  for (const deed of deeds) await carryOut(deed);
  const lines = deeds.map((deed) => `${deed.kind.padEnd(5)}  ${told(deed, survey.workingDirectory)}`);
  return [...lines, '', 'Next:', ...nextSteps(survey, deeds).map((step) => `- ${step}`), ''].join('\n');
}

function foretold(deed: Deed, workingDirectory: string): string {
  const future = { wrote: 'would write', kept: 'would keep ', added: 'would add  ' };
  const content = deed.content === undefined || deed.kind === 'added' ? '' : `\n${indented(deed.content)}\n`;
  return `${future[deed.kind]}  ${told(deed, workingDirectory)}\n${content}`;
}

function told({ path, remark }: Deed, workingDirectory: string): string {
  return `${relative(workingDirectory, path)}${remark}`;
}

function indented(content: string): string {
  return content.replaceAll(/^(?=.)/gm, '    ');
}

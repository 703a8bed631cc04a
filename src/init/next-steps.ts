import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { ownPackage } from '../package-root.js';
import type { Deed } from './deeds.js';
import { slashed } from './folders.js';
import { spoken } from './package-manager.js';
import type { Survey } from './survey.js';
import { placeholderOwner } from './workflows.js';

/** The steps left to the user once the files are in place. */
export function nextSteps(survey: Survey, deeds: readonly Deed[]): string[] {
  const { workingDirectory, packageFolder, hasMemoryBench, scenarioFolder, inRepository } = survey;
  const { run, add } = spoken[survey.installation.manager];
  const scenario = deeds.find(({ path }) => path.startsWith(join(packageFolder, scenarioFolder)));
  const shown = scenario && relative(workingDirectory, scenario.path);
  const cd = workingDirectory === packageFolder ? '' : `cd ${relative(workingDirectory, packageFolder)} && `;
  return [
    ...(hasMemoryBench ? [] : [`\`${cd}${add} ${ownPackage().name}\``]),
    ...unnamedScenarios(survey, deeds),
    `\`${cd}${run} memory-bench run --update-baseline\` measures it, in a minute or a few, and keeps what later runs are compared with; then put your own pipeline into ${shown}`,
    ...(inRepository ? [] : ['`git init`: workflows belong to the root of a repository, and there is none yet']),
    ...workflowSteps(survey, deeds),
  ];
}

function unnamedScenarios({ workingDirectory, scenarioFolder }: Survey, deeds: readonly Deed[]): string[] {
  const config = deeds.find(({ path }) => basename(path).startsWith('memory-bench.config.'));
  if (config?.kind !== 'kept' || readFileSync(config.path, 'utf8').includes(scenarioFolder)) return [];
  return [`let \`scenarios\` in ${relative(workingDirectory, config.path)} name ${scenarioFolder}`];
}

function workflowSteps(
  { workingDirectory, packageFolder, repositoryFolder }: Survey,
  deeds: readonly Deed[],
): string[] {
  const workflows = deeds.filter(({ path }) => dirname(path) === join(repositoryFolder, '.github', 'workflows'));
  const folder = slashed(repositoryFolder, packageFolder);
  const named = (deed: Deed) => relative(workingDirectory, deed.path);
  const foreign = workflows.filter(({ kind, path }) => kind === 'kept' && !isForUs(readFileSync(path, 'utf8'), folder));
  const unowned = workflows.filter(({ content }) => content?.includes(`uses: ${placeholderOwner}/`)).map(named);
  const owner = `put the owner of the action in place of \`${placeholderOwner}\` in ${unowned.join(' and ')}`;
  return [
    ...foreign.map(
      (deed) =>
        `${named(deed)} does not run memory-bench${folder && ` in ${folder}`}: add what \`init --dry-run --force\` shows`,
    ),
    ...(unowned.length === 0 ? [] : [owner]),
    'commit, and open a pull request: memory-bench comments on it',
  ];
}

function isForUs(workflow: string, folder: string): boolean {
  return workflow.includes('memory-bench-action') && workflow.includes(folder);
}

import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { configName } from '../config/read-config-file.js';
import { firstIn } from './folders.js';
import { firstScenario, scenarioFileName } from './scenario-file.js';
import type { Survey } from './survey.js';
import { commentWorkflow, measuringWorkflow } from './workflows.js';

/** A file that `init` sets up. */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
  /** The existing file for the same purpose: this file, or another one. */
  readonly present: string | undefined;
}

/** The files that `init` sets up, each with its existing counterpart. */
export function projectFiles(survey: Survey, action: string): ProjectFile[] {
  return [configuration(survey), scenario(survey), ...workflows(survey, action)];
}

function configuration({ packageFolder, configSchema, scenarioFolder }: Survey): ProjectFile {
  const present = namesIn(packageFolder).find((name) => name.slice(0, -extname(name).length) === configName);
  const content = { $schema: configSchema, scenarios: [scenarioFolder] };
  return {
    path: join(packageFolder, `${configName}.json`),
    content: `${JSON.stringify(content, undefined, 2)}\n`,
    present: present && join(packageFolder, present),
  };
}

/** The first scenario. An existing scenario takes its place. */
function scenario(survey: Survey): ProjectFile {
  const folder = join(survey.packageFolder, survey.scenarioFolder);
  const name = scenarioFileName(survey);
  const modules = namesIn(folder).filter((each) => /\.[cm]?[jt]s$/.test(each));
  const present = modules.includes(name) ? name : modules[0];
  return { path: join(folder, name), content: firstScenario(survey), present: present && join(folder, present) };
}

function workflows(survey: Survey, action: string): ProjectFile[] {
  const folder = join(survey.repositoryFolder, '.github', 'workflows');
  const contents = {
    memory: measuringWorkflow(survey, action),
    'memory-comment': commentWorkflow(survey, action),
  };
  return Object.entries(contents).map(([stem, content]) => {
    const present = firstIn(folder, [`${stem}.yml`, `${stem}.yaml`]);
    return { path: join(folder, `${stem}.yml`), content, present: present && join(folder, present) };
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

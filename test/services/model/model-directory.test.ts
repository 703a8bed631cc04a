import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.js';
import { useModelDirectory } from '../../../src/services/model/model-directory.js';
import { temporaryFolder } from './model-fixtures.js';

async function modelDirectory(): Promise<string> {
  const directory = await temporaryFolder();
  await writeFile(join(directory, 'model.onnx'), 'model');
  await writeFile(join(directory, 'tokenizer.json'), '{}');
  await writeFile(join(directory, 'config.json'), '{ "pad_token_id": 0, "hidden_size": 768 }');
  await writeFile(join(directory, 'tokenizer_config.json'), '{ "model_max_length": 128, "pad_token": "[PAD]" }');
  await writeFile(join(directory, 'special_tokens_map.json'), '{ "mask_token": { "content": "<mask>" } }');
  return directory;
}

describe('useModelDirectory', () => {
  test('describes the model, its id made of the directory and the content', async () => {
    const directory = await modelDirectory();
    expect(await useModelDirectory(directory)).toEqual({
      kind: 'custom',
      id: `${basename(directory)}@9372c470eead`,
      dimensions: 768,
      maxLength: 128,
      directory,
      fileName: 'model.onnx',
    });
  });

  test('takes model_optimized.onnx as well', async () => {
    const directory = await modelDirectory();
    await rename(join(directory, 'model.onnx'), join(directory, 'model_optimized.onnx'));
    expect(await useModelDirectory(directory)).toMatchObject({ fileName: 'model_optimized.onnx' });
  });

  test('takes at most 512 tokens, whatever the tokenizer says', async () => {
    const directory = await modelDirectory();
    const endless = '{ "model_max_length": 1000000000000000019884624838656, "pad_token": "[PAD]" }';
    await writeFile(join(directory, 'tokenizer_config.json'), endless);
    expect(await useModelDirectory(directory)).toMatchObject({ maxLength: 512 });
  });

  test.each(['model.onnx', 'tokenizer.json', 'config.json', 'tokenizer_config.json', 'special_tokens_map.json'])(
    'names %s when it is missing',
    async (name) => {
      const directory = await modelDirectory();
      await rm(join(directory, name));
      const failure = await useModelDirectory(directory).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(UsageError);
      expect(failure).toMatchObject({
        message: expect.stringContaining(`has no ${name}`),
        remedy: expect.stringContaining(name),
      });
    },
  );

  test.each([
    ['config.json', '{ "hidden_size": 768 }', 'pad_token_id'],
    ['config.json', '{ "pad_token_id": 0, "hidden_size": "768" }', 'hidden_size'],
    ['tokenizer_config.json', '{ "pad_token": "[PAD]" }', 'model_max_length'],
    ['tokenizer_config.json', '{ "model_max_length": 128 }', 'pad_token'],
  ])('names the file and the field when %s is %s', async (name, content, field) => {
    const directory = await modelDirectory();
    await writeFile(join(directory, name), content);
    const attempt = useModelDirectory(directory);
    await expect(attempt).rejects.toThrow(field);
    await expect(attempt).rejects.toThrow(join(directory, name));
  });

  test('names a file that is not JSON', async () => {
    const directory = await modelDirectory();
    await writeFile(join(directory, 'tokenizer.json'), '<html>');
    await expect(useModelDirectory(directory)).rejects.toThrow(/tokenizer\.json is not JSON/);
  });

  test('names a directory that does not exist', async () => {
    await expect(useModelDirectory('/nowhere/model')).rejects.toThrow('There is no model directory /nowhere/model');
  });
});

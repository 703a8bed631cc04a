import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { asEnvironment, fillIn } from '../../src/suite/placeholders.js';

const placeholders = { port: 8080, tempDir: '/tmp/x', size: '1KB', fast: true, qdrantUrl: undefined };

describe('a placeholder', () => {
  it('is replaced by what it stands for, wherever it stands', () => {
    expect(fillIn('--at={port}:{port} {size} {fast}', placeholders)).toBe('--at=8080:8080 1KB true');
  });

  it('that stands for nothing is an error with those that do', () => {
    expect(() => fillIn('{sice}', placeholders)).toThrow(UsageError);
    expect(() => fillIn('{sice}', placeholders)).toThrow('{sice} in "{sice}" stands for nothing');
  });

  it('is not looked for among what every object has', () => {
    expect(() => fillIn('{constructor}', placeholders)).toThrow(UsageError);
  });

  it('of a service that the case does not need stands for nothing', () => {
    expect(() => fillIn('{qdrantUrl}', placeholders)).toThrow(UsageError);
  });

  it.each([
    ['{"size": 1}', '{"size": 1}'],
    ['{}', '{}'],
    ['{{port}', '{port}'],
    ['a{ port }', 'a{ port }'],
    ['{{.State}}', '{{.State}}'],
  ])('is not what stands in %s', (text, filled) => {
    expect(fillIn(text, placeholders)).toBe(filled);
  });
});

describe('the environment of a program', () => {
  it('has the same under names of its own kind, and nothing of what is not there', () => {
    expect(asEnvironment(placeholders)).toEqual({
      MEMORY_BENCH_PORT: '8080',
      MEMORY_BENCH_TEMP_DIR: '/tmp/x',
      MEMORY_BENCH_SIZE: '1KB',
      MEMORY_BENCH_FAST: 'true',
    });
  });
});

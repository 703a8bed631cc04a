import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { compileCases } from '../../src/suite/cases.js';
import { commandPlanOf } from '../../src/suite/command-plan.js';
import { type DescribedCommand, describedCommand } from '../../src/suite/scenario-schema.js';

function described(fields: Partial<DescribedCommand> = {}): DescribedCommand {
  const least = { exportName: 'x', functions: [], name: 'store', description: 'Stores.', command: ['./store'] };
  return describedCommand.parse({ ...least, ...fields });
}

const planOf = (fields: Partial<DescribedCommand>) => {
  const scenario = described(fields);
  const { iterations, warmup, growth } = scenario;
  return commandPlanOf(scenario, {
    iterations,
    warmup,
    growthLimited: growth !== undefined,
    leaksTuned: typeof scenario.leaks === 'object',
  });
};
const casesOf = (fields: Partial<DescribedCommand>) =>
  compileCases([{ ...described(fields), file: '/store.mjs', scenarioUrl: 'file:///store.mjs', sources: [] }]);

describe('a command', () => {
  it('without iterations is measured as a whole, once', () => {
    expect(planOf({})).toMatchObject({ kind: 'whole', handshake: false, cwd: '.', stop: 'SIGTERM', env: {} });
    expect(casesOf({})[0]).toMatchObject({ iterations: 1, warmup: 0 });
  });

  it('with iterations marks them itself', () => {
    expect(planOf({ iterations: 5 })).toMatchObject({ kind: 'marked' });
  });

  it('with something that drives it is driven, as often as any scenario is run', () => {
    expect(planOf({ drive: ['./load'] })).toMatchObject({ kind: 'driven' });
    expect(casesOf({ drive: ['./load'] })[0]).toMatchObject({ iterations: 3, warmup: 2 });
  });

  it.each([
    ['ready', { ready: { port: '1' }, iterations: 3 }],
    ['ready', { ready: { port: '1' } }],
    ['stop', { stop: 'SIGINT', iterations: 3 }],
    ['handshake', { handshake: true }],
    ['handshake', { handshake: true, drive: ['./load'] }],
    ['metrics', { metrics: { url: 'http://x', names: ['a'] } }],
    ['growth', { growth: { maxPercent: 1 } }],
    ['leaks', { leaks: { toleranceBytes: 1 } }],
    ['leaks', { leaks: {} }],
    ['warmup', { warmup: 1 }],
  ] as const)('may not have a %s that would make no difference', (field, fields) => {
    expect(() => planOf(fields as Partial<DescribedCommand>)).toThrow(`makes no use of its \`${field}\``);
  });

  it('that is measured as a whole has no leak detection, and may say so', () => {
    expect(casesOf({})[0]?.leaks).toBe(false);
    expect(casesOf({ leaks: false })[0]?.leaks).toBe(false);
  });

  it('with iterations looks for leaks as its scenario says', () => {
    expect(casesOf({ iterations: 5 })[0]?.leaks).toEqual({});
    expect(casesOf({ iterations: 5, leaks: { toleranceBytes: 9 } })[0]?.leaks).toEqual({ toleranceBytes: 9 });
    expect(casesOf({ drive: ['./load'], leaks: false })[0]?.leaks).toBe(false);
  });

  it('that goes on while it is read has no metrics of its own', () => {
    const metrics = { url: 'http://x', names: ['a'] } as const;
    expect(() => planOf({ iterations: 3, metrics: { ...metrics, names: ['a'] } })).toThrow(UsageError);
  });
});

describe('the cases of a command', () => {
  it('come from a matrix, with the values as parameters', () => {
    expect(casesOf({ params: { size: ['1KB'], fast: [true, false] } }).map(({ id, params }) => [id, params])).toEqual([
      ['store/size=1KB,fast=true', { size: '1KB', fast: true }],
      ['store/size=1KB,fast=false', { size: '1KB', fast: false }],
    ]);
  });

  it('may be named, their parameters being what can stand in an argument', () => {
    expect(casesOf({ cases: { small: { params: { size: 1 } } } })[0]?.params).toEqual({ size: 1 });
    expect(() => casesOf({ cases: { small: { params: { sizes: [1] } } } })).toThrow('cannot stand in an argument');
  });

  it('stay comparable when the command line changes, and not when the kind of measuring does', () => {
    const hashOf = (fields: Partial<DescribedCommand>) => casesOf(fields)[0]?.definitionHash;
    expect(hashOf({ command: ['./store', '--fast'] })).toBe(hashOf({}));
    expect(hashOf({ iterations: 3, handshake: true })).not.toBe(hashOf({ iterations: 3 }));
    expect(hashOf({ drive: ['x'], iterations: 3 })).not.toBe(hashOf({ iterations: 3 }));
  });

  it.each([
    [{ command: ['./store', '{prot}'] }, '{prot}'],
    [{ command: ['./store'], drive: ['./load', '{qdrantUrl}'] }, '{qdrantUrl}'],
    [{ command: ['./store', '{iteration}'] }, '{iteration}'],
  ] as const)('are refused where a placeholder stands for nothing: %j', (fields, name) => {
    expect(() => casesOf(fields as unknown as Partial<DescribedCommand>)).toThrow(
      `${name} in "${name}" stands for nothing`,
    );
  });

  it('may use what is in their needs', () => {
    expect(casesOf({ command: ['./store', '{qdrantUrl}{modelDir}'], needs: ['qdrant', 'model'] })).toHaveLength(1);
  });

  it('have no parameter that would hide a placeholder', () => {
    expect(() => casesOf({ params: { port: [1] } })).toThrow('a parameter named port');
  });

  it('may not come from both', () => {
    expect(() => casesOf({ params: { a: [1] }, cases: { b: { params: {} } } })).toThrow('both cases and params');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as batchIngestion from '../../scenarios/batch-ingestion.js';
import * as connectionPool from '../../scenarios/connection-pool.js';
import * as embedding from '../../scenarios/embedding.js';
import * as leak from '../../scenarios/leak.js';
import * as search from '../../scenarios/search.js';
import * as singleDocument from '../../scenarios/single-document.js';
import type { Plan } from '../../src/suite/define.js';

const SCENARIOS_DIR = join(import.meta.dirname, '..', '..', 'scenarios');

interface Definition extends Plan {
  readonly name: string;
  readonly description: string;
  readonly needs?: readonly string[];
  readonly cases?: Readonly<Record<string, Plan>>;
}

const families: Readonly<Record<string, readonly Definition[]>> = {
  'single-document': Object.values(singleDocument),
  'batch-ingestion': Object.values(batchIngestion),
  search: Object.values(search),
  'connection-pool': Object.values(connectionPool),
  embedding: Object.values(embedding),
  leak: Object.values(leak),
};

const cases = Object.entries(families).flatMap(([family, scenarios]) =>
  scenarios.flatMap((scenario) =>
    Object.entries(scenario.cases ?? { '': {} }).map(([label, plan]: [string, Plan]) => ({
      ...scenario,
      ...plan,
      family,
      id: label === '' ? scenario.name : `${scenario.name}/${label}`,
      tags: [...(scenario.tags ?? []), ...(plan.tags ?? [])],
    })),
  ),
);

const budgets: Readonly<Record<string, number>> = {
  'single-document/1KB': 100,
  'single-document/100KB': 150,
  'single-document/1MB': 250,
  'batch-ingestion/10x10KB': 200,
  'batch-ingestion/100x10KB': 600,
  'batch-ingestion/1000x5KB': 1536,
  'batch-ingestion/100x10KB-batched': 600,
  'search/dense': 100,
  'search/hybrid': 150,
  'search/repeated': 100,
  'connection-pool/10': 200,
  'connection-pool/100': 400,
  'embedding/load': 400,
  'embedding/single': 150,
  'embedding/batch-20': 300,
  'leak/ingestion': 400,
  'leak/search': 400,
};

function idsWith(tag: string): string[] {
  return cases.filter(({ tags }) => tags.includes(tag)).map(({ id }) => id);
}

describe('the built-in scenarios', () => {
  it('are the cases of the seed and its families, each once', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(budgets).sort());
  });

  it.each(Object.entries(budgets))('%s may grow by %i MB, the first call of run as well', (id, limit) => {
    expect(cases.find((each) => each.id === id)?.budgets).toEqual(
      id === 'embedding/load' ? { rss_delta_mb: limit } : { rss_delta_mb: limit, cold_rss_delta_mb: limit },
    );
  });

  it('limit growth in the leak cases only', () => {
    const limits = cases.flatMap(({ id, growth }) => (growth === undefined ? [] : [[id, growth.maxPercent]]));
    expect(Object.fromEntries(limits)).toEqual({ 'leak/ingestion': 50, 'leak/search': 30 });
  });

  it('warm up twenty times before growth is watched', () => {
    const watched = cases.filter(({ growth }) => growth !== undefined);
    expect(watched.map(({ warmup }) => warmup)).toEqual([20, 20]);
    expect(watched.map(({ id, iterations }) => [id, iterations])).toEqual([
      ['leak/ingestion', 50],
      ['leak/search', 100],
    ]);
  });

  it('carry the name of their family as a tag', () => {
    for (const { id, family, tags } of cases) expect(tags, id).toContain(family);
  });

  it('have one file per family', () => {
    const files = readdirSync(SCENARIOS_DIR, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name).sort()).toEqual(
      Object.keys(families)
        .map((family) => `${family}.ts`)
        .sort(),
    );
  });

  it('are described in one sentence', () => {
    for (const { id, description } of cases) expect(description, id).toMatch(/^[A-Z][^.]*\.$/);
  });

  it('need the model unless they only connect, and Qdrant unless they only embed', () => {
    for (const { id, family, needs } of cases) {
      if (family === 'connection-pool') expect(needs, id).toEqual(['qdrant']);
      else if (family === 'embedding') expect(needs, id).toEqual(['model']);
      else expect(needs, id).toEqual(['qdrant', 'model']);
    }
  });

  it('measure the very first call only where the model is loaded', () => {
    const cold = cases.filter(({ measure }) => measure === 'cold');
    expect(cold.map(({ id, iterations, warmup }) => [id, iterations, warmup])).toEqual([['embedding/load', 1, 0]]);
  });
});

describe('the smoke suite', () => {
  it('touches every family', () => {
    const covered = new Set(cases.filter(({ tags }) => tags.includes('smoke')).map(({ family }) => family));
    expect([...covered].sort()).toEqual(Object.keys(families).sort());
  });

  it('has nothing slow', () => {
    expect(idsWith('smoke').filter((id) => idsWith('slow').includes(id))).toEqual([]);
  });

  it('is the cheap end of each family', () => {
    expect(idsWith('smoke').sort()).toEqual([
      'batch-ingestion/10x10KB',
      'connection-pool/10',
      'embedding/single',
      'leak/ingestion',
      'search/dense',
      'single-document/1KB',
    ]);
  });

  it('leaves slow to the one case that is', () => {
    expect(idsWith('slow')).toEqual(['batch-ingestion/1000x5KB']);
  });
});

describe('what the scenarios import', () => {
  const sources = readdirSync(SCENARIOS_DIR, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );

  it.each(sources)('%s imports nothing at run time but the public API and its own folder', (path) => {
    const source = readFileSync(join(SCENARIOS_DIR, path), 'utf8');
    const imports = [...source.matchAll(/^(import [^;]*?|\} )from '([^']+)';$/gm)]
      .filter(([, clause]) => !clause?.startsWith('import type '))
      .map(([, , specifier]) => specifier ?? '');
    for (const specifier of imports) expect(specifier).toMatch(/^(memory-bench-action|\.\/pipeline\/collection\.js)$/);
  });
});

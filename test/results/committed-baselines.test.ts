import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentKey } from '../../src/results/environment.js';
import { readResults } from '../../src/results/store.js';
import { repositoryRoot } from '../processes.js';

const folder = join(repositoryRoot, 'baselines');
const files = readdirSync(folder);

describe('the baselines of the repository', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s is a results document that this program reads, under the key of its environment', async (file) => {
    const { environment } = await readResults(join(folder, file), 'baseline');
    expect(file).toBe(`${environmentKey(environment.identity)}.json`);
  });
});

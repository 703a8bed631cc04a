import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import { koffiPath, onnxruntimeVersion, requirePackage, resolvePackage } from '../../src/services/packages.js';
import { repositoryRoot, temporaryFolder } from '../processes.js';

/** A workspace with a package of its own. */
function workspaceWith(name: string, version: string): string {
  const workspace = temporaryFolder();
  const folder = join(workspace, 'node_modules', name);
  mkdirSync(join(folder, 'lib'), { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version, type: 'module', exports: './lib/index.js' }),
  );
  writeFileSync(join(folder, 'lib', 'index.js'), 'export const own = true;\n');
  return workspace;
}

describe('a package that scenarios use', () => {
  it('is the one of the workspace, which is what its user ships', async () => {
    const found = requirePackage('fastembed', workspaceWith('fastembed', '9.9.9'), repositoryRoot);
    expect(found.version).toBe('9.9.9');
    expect(await import(found.url)).toMatchObject({ own: true });
  });

  it('is the one that came with memory-bench where the workspace has none', () => {
    const found = requirePackage('fastembed', temporaryFolder(), repositoryRoot);
    expect(found.version).toBe('2.1.0');
    expect(found.url).toMatch(/node_modules\/fastembed\//);
  });

  it('may be a scoped one', () => {
    expect(resolvePackage('@qdrant/js-client-rest', repositoryRoot)?.version).toBe('1.17.0');
  });

  it('has a version although it does not export its package.json', () => {
    const workspace = workspaceWith('closed-package', '1.2.3');
    expect(resolvePackage('closed-package', workspace)?.version).toBe('1.2.3');
  });

  it('that is installed nowhere is named with the command that installs it', () => {
    const workspace = temporaryFolder();
    const asking = () => requirePackage('no-such-package', workspace, repositoryRoot);
    expect(asking).toThrow(EnvironmentError);
    expect(asking).toThrow(workspace);
    expect(asking).toThrow(expect.objectContaining({ remedy: expect.stringContaining('npm install no-such-package') }));
  });
});

describe('koffi', () => {
  it('is the one that came with memory-bench', () => {
    expect(koffiPath(repositoryRoot)).toMatch(/node_modules\/koffi\//);
  });

  it('is undefined where none came', () => {
    expect(koffiPath(temporaryFolder())).toBeUndefined();
  });
});

describe('the version of onnxruntime-node', () => {
  it('is the one that fastembed loads', () => {
    expect(onnxruntimeVersion(requirePackage('fastembed', repositoryRoot))).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('is unknown where fastembed brings none', () => {
    expect(onnxruntimeVersion(requirePackage('fastembed', workspaceWith('fastembed', '9.9.9')))).toBe('unknown');
  });
});

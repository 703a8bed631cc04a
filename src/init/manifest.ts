import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.js';

const packages = z.record(z.string(), z.unknown()).optional().catch(undefined);
const text = z.string().optional().catch(undefined);

/** What of a package.json tells something; a field that is not as npm has it tells nothing. */
const manifestSchema = z.object({
  type: text,
  packageManager: text,
  workspaces: z.unknown().optional(),
  engines: z.object({ node: text }).optional().catch(undefined),
  dependencies: packages,
  devDependencies: packages,
  optionalDependencies: packages,
  peerDependencies: packages,
});

export type Manifest = z.infer<typeof manifestSchema>;

/**
 * The package.json of a folder, which has to have one.
 * @throws UsageError where it is no JSON object.
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, 'package.json');
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch (cause) {
    throw new UsageError(`cannot read ${path}: ${messageOf(cause)}`, { remedy: 'Mend the file.', cause });
  }
}

/** Whether a package names another one among those it needs. */
export function dependsOn(manifest: Manifest, name: string): boolean {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].some(
    (section) => section !== undefined && name in section,
  );
}

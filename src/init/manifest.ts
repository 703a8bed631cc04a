import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.js';

const packages = z.record(z.string(), z.unknown()).optional().catch(undefined);
const text = z.string().optional().catch(undefined);

/** The fields of a package.json that are read. A field that is not in npm's format is ignored. */
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
 * Reads the package.json of a folder, which must have one.
 * @throws UsageError if it is not a JSON object.
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, 'package.json');
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch (cause) {
    throw new UsageError(`cannot read ${path}: ${messageOf(cause)}`, { remedy: 'Mend the file.', cause });
  }
}

/** Whether a package lists another one as a dependency of any kind. */
export function dependsOn(manifest: Manifest, name: string): boolean {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].some(
    (section) => section !== undefined && name in section,
  );
}

import { z } from 'zod';

/** Bounds, because a baseline is kept in repositories and a trusted run reads the results of a fork. */
export const mostPackages = 2_000;
export const longestPackageName = 214;
export const longestVersions = 200;

const versions = (description: string) =>
  z
    .record(z.string().max(longestPackageName), z.string().max(longestVersions))
    .refine((record) => Object.keys(record).length <= mostPackages, `more than ${mostPackages} packages`)
    .meta({ maxProperties: mostPackages })
    .describe(`${description}: name -> version, or several side by side`);

/** The packages in use, as a results document records them. */
export const packagesSchema = z
  .strictObject({
    direct: versions('What the package.json of the working directory depends on, development aside'),
    transitive: versions('What those depend on in turn'),
    scenarios: versions('What only the scenario files lead to, such as development dependencies they import'),
  })
  .describe('Packages as the working directory loads them. Differ -> compared, named first');

export type Packages = z.infer<typeof packagesSchema>;

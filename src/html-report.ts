import { spawn } from 'node:child_process';
import { EnvironmentError, messageOf } from './errors.js';
import { writeWhole } from './files/write-whole.js';
import type { PageSource } from './report/html/page-data.js';
import { environmentWithoutSecrets } from './services/child-environment.js';

/**
 * Writes a comparison as one HTML file. Loads the renderer lazily, because it carries a script and a chart library.
 * @throws EnvironmentError if the disk is full or the folder is not writable.
 */
export async function writeHtmlReport(path: string, source: PageSource): Promise<void> {
  const { renderHtml } = await import('./report/html/render.js');
  await writeWhole(path, renderHtml(source));
}

/** Command that opens a file like a double click, by platform. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/**
 * Opens a file in the browser without waiting for it.
 * @throws EnvironmentError if there is no program to open it with.
 */
export async function openPage(path: string): Promise<void> {
  const [program, ...flags] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...flags, path], {
    stdio: 'ignore',
    detached: true,
    env: environmentWithoutSecrets(),
  });
  opener.unref();
  await new Promise<void>((resolve, reject) => {
    opener.once('spawn', resolve);
    opener.once('error', (cause) =>
      reject(
        new EnvironmentError(`the report cannot be opened: ${messageOf(cause)}`, {
          remedy: `It is written all the same: open ${path} yourself.`,
          cause,
        }),
      ),
    );
  });
}

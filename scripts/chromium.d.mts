import type { Browser } from 'playwright-core';

export function findChromium(
  env?: { readonly CHROMIUM?: string | undefined },
  paths?: readonly string[],
): { readonly path: string } | { readonly carrier: string } | undefined;
export function launchChromium(args?: readonly string[]): Promise<Browser>;

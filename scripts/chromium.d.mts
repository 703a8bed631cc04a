import type { Browser } from 'playwright-core';

export function findChromium(): { readonly path: string } | { readonly carrier: string } | undefined;
export function launchChromium(args?: readonly string[]): Promise<Browser>;

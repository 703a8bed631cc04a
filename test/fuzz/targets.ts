import { parsers } from './parsers.js';
import { renderers } from './renderers.js';

/** Everything that outside text reaches, parsers first. */
export const targets = [...parsers, ...renderers];

import { fileURLToPath } from 'node:url';
import { defineScenario } from 'memory-bench-action';
import { isBad, watched } from './variant.js';

const folder = fileURLToPath(new URL('../programs/', import.meta.url));
const iterations = 14;
/** Includes the cold call and two warm-ups. */
const calls = String(iterations + 3);

/** The same as children.ts, as a program whose sessions are the iterations. */
export const sessionHost = defineScenario({
  name: 'commands/session-host',
  description: 'Starts a sidecar of 20 MB for a session and ends the session.',
  tags: ['smoke'],
  command: ['node', 'session-host.mjs', isBad ? 'bad' : 'good', calls],
  cwd: folder,
  iterations,
  handshake: true,
  ...watched,
});

/** A program that keeps a megabyte of each call: its data end after the planned calls. */
export const keeper = defineScenario({
  name: 'commands/keeper',
  description: 'Keeps a megabyte of each call, in a program.',
  tags: ['smoke'],
  command: ['node', 'keeper.mjs', isBad ? '1048576' : '0', calls],
  cwd: folder,
  iterations,
  handshake: true,
  ...watched,
});

// The public API: what a scenario or configuration file imports. It is loaded in the measured process, so it must stay this small.
export type * from './suite/command.js';
export * from './suite/define.js';

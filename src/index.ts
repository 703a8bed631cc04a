// The public API for scenarios and configuration files. It is loaded in the measured process: keep it this small.
export type * from './suite/command.js';
export * from './suite/define.js';

import * as core from '@actions/core';
import { logText } from '../output/log-text.js';
import { redact } from '../output/secrets.js';

// The only module that writes to the runner. It uses the names of @actions/core and makes every text safe: a message
// may quote a scenario, a branch or a server's answer.

export { getState, saveState, summary } from '@actions/core';

/** Prints a line of the log. */
export function info(message: string): void {
  core.info(safe(message));
}

export function notice(message: string, properties: core.AnnotationProperties = {}): void {
  core.notice(safe(message), safeProperties(properties));
}

export function warning(message: string, properties: core.AnnotationProperties = {}): void {
  core.warning(safe(message), safeProperties(properties));
}

export function error(message: string, properties: core.AnnotationProperties = {}): void {
  core.error(safe(message), safeProperties(properties));
}

/** Folds the log lines of `work` under a name. */
export function group<T>(name: string, work: () => Promise<T>): Promise<T> {
  return core.group(onOneLine(name), work);
}

/** Sets an output of the step. */
export function setOutput(name: string, value: string | number): void {
  core.setOutput(name, typeof value === 'string' ? redact(value) : value);
}

function safeProperties({ title, file, ...place }: core.AnnotationProperties): core.AnnotationProperties {
  return {
    ...place,
    ...(title === undefined ? {} : { title: onOneLine(title) }),
    ...(file === undefined ? {} : { file: redact(file) }),
  };
}

function safe(message: string): string {
  // Redact again: logText may have removed characters from inside a secret.
  return redact(logText(redact(message)));
}

function onOneLine(text: string): string {
  return safe(text).replaceAll('\n', ' ');
}

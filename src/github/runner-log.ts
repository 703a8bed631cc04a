import * as core from '@actions/core';
import { logText } from '../output/log-text.js';
import { redact } from '../output/secrets.js';

// The only module that speaks to the runner. It has the names of @actions/core, and makes every text safe: a message may
// quote a scenario, a branch or an answer of a server.

export { getState, saveState, summary } from '@actions/core';

/** A line of the log. */
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

/** Lines of the log under a name, folded. */
export function group<T>(name: string, work: () => Promise<T>): Promise<T> {
  return core.group(onOneLine(name), work);
}

/** An output of the step. */
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
  // Once more: what logText removes may have stood inside of a secret.
  return redact(logText(redact(message)));
}

function onOneLine(text: string): string {
  return safe(text).replaceAll('\n', ' ');
}

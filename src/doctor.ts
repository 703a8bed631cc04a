import type { Config } from './config/config.js';
import { MemoryBenchError, messageOf } from './errors.js';
import { profiles } from './measure/profile.js';
import { Meter } from './measure/worker/meter.js';
import { ProcStatus } from './measure/worker/proc-status.js';
import type { Scope } from './scope.js';
import { koffiPath } from './services/packages.js';
import { prepareServices } from './services/prepare.js';
import type { Need } from './suite/define.js';

/** One thing that was looked at. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'limited' | 'missing';
  readonly detail: string;
  /** How to mend it, where it is not ok. */
  readonly remedy: string | undefined;
}

/** Looks at everything a run leans on, by using it. */
export async function examine(config: Config, scope: Scope): Promise<Finding[]> {
  return [
    checkNode(),
    await checkService('qdrant', config, scope),
    await checkService('model', config, scope),
    checkProc(),
    await checkCollection(),
    checkNativeMemory(),
  ];
}

/** The findings as lines for a person. */
export function renderFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings
    .map(({ name, state, detail, remedy }) => {
      const line = `${state.padEnd(7)}  ${name.padEnd(width)}  ${detail}`;
      return remedy === undefined ? line : `${line}\n${' '.repeat(width + 11)}${remedy}`;
    })
    .join('\n');
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    name: 'Node',
    state: ok ? 'ok' : 'missing',
    detail: process.version,
    remedy: ok ? undefined : 'Node 20.19 or newer is needed.',
  };
}

async function checkService(need: Need, config: Config, scope: Scope): Promise<Finding> {
  const name = need === 'qdrant' ? 'Qdrant' : 'model';
  try {
    const required = { ...config, require: [need] };
    const { qdrantEnv } = profiles[config.profile];
    const services = await prepareServices(required, { needs: new Set([need]), qdrantEnv, ...scope });
    const detail =
      need === 'qdrant'
        ? `${services.versions.qdrant} answers (${config.qdrant.kind})`
        : `${services.model?.id}, ${services.model?.dimensions} dimensions, ${services.model?.maxLength} tokens`;
    return { name, state: 'ok', detail, remedy: undefined };
  } catch (error) {
    const remedy = error instanceof MemoryBenchError ? error.remedy : undefined;
    return { name, state: 'missing', detail: messageOf(error), remedy };
  }
}

function checkProc(): Finding {
  const name = '/proc';
  try {
    const status = new ProcStatus('self');
    status.resetPeak();
    status.close();
    return { name, state: 'ok', detail: 'memory is read and the high-water mark is reset', remedy: undefined };
  } catch (error) {
    return {
      name,
      state: 'limited',
      detail: `no high-water mark: ${messageOf(error)}`,
      remedy: 'Peaks are measured on Linux only; in a container /proc/self/clear_refs has to be writable.',
    };
  }
}

async function checkCollection(): Promise<Finding> {
  const name = 'garbage collection';
  try {
    await new Meter(undefined).collectGarbage();
    return { name, state: 'ok', detail: 'forced through the inspector', remedy: undefined };
  } catch (error) {
    return { name, state: 'missing', detail: messageOf(error), remedy: 'Node has to be built with its inspector.' };
  }
}

function checkNativeMemory(): Finding {
  const name = 'live native bytes';
  const { nativeAbsent } = new Meter(koffiPath());
  return nativeAbsent === undefined
    ? { name, state: 'ok', detail: 'mallinfo2 of glibc answers', remedy: undefined }
    : { name, state: 'limited', detail: nativeAbsent, remedy: 'native_mb and native_delta_mb will be absent.' };
}

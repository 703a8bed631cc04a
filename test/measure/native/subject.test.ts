import { describe, expect, it } from 'vitest';
import { nativeSubject } from '../../../src/measure/native/subject.js';
import type { CommandPlan } from '../../../src/suite/command-plan.js';
import type { Need } from '../../../src/suite/define.js';

const command = { kind: 'whole' } as CommandPlan;
const of = (needs: readonly Need[], plan?: CommandPlan) => ({ command: plan, needs });

describe('what is profiled', () => {
  it('by heaptrack is the Node process of a scenario, also beside a server', () => {
    expect(nativeSubject(of([]), 'heaptrack', undefined)).toEqual({ process: 'worker' });
    expect(nativeSubject(of(['qdrant']), 'heaptrack', 'docker')).toEqual({ process: 'worker' });
  });

  it.each(['heaptrack', 'massif'] as const)('by %s is the program of a command, also beside a server', (profiler) => {
    expect(nativeSubject(of([], command), profiler, undefined)).toEqual({ process: 'command' });
    expect(nativeSubject(of(['qdrant'], command), profiler, 'embedded')).toEqual({ process: 'command' });
  });

  it.each(['embedded', 'release', 'binary'] as const)('by massif is a Qdrant server that is %s', (origin) => {
    expect(nativeSubject(of(['qdrant']), 'massif', origin)).toEqual({ process: 'qdrant' });
  });

  it.each([
    ['docker', 'runs in a container'],
    ['url', 'was there already'],
  ] as const)('by massif is no Qdrant server from %s', (origin, why) => {
    expect(nativeSubject(of(['qdrant']), 'massif', origin)).toMatchObject({ skipped: expect.stringContaining(why) });
  });

  it('by massif is nothing where there is neither a server nor a program', () => {
    const subject = nativeSubject(of(['model']), 'massif', undefined);
    expect(subject).toMatchObject({ skipped: expect.stringContaining('heaptrack profiles Node') });
  });
});

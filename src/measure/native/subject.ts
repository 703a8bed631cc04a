import type { Profiler } from '../../config/profilers.js';
import type { NativeProfile } from '../../results/native-schema.js';
import type { QdrantOrigin } from '../../services/qdrant/source.js';
import type { Case } from '../../suite/cases.js';

/** Which process of a case is profiled, or why none is. */
export type NativeSubject = { readonly process: NativeProfile['subject'] } | { readonly skipped: string };

/** The process of a case that a profiler can see. `origin` says where its Qdrant servers come from. */
export function nativeSubject(
  { command, needs }: Pick<Case, 'command' | 'needs'>,
  profiler: Profiler,
  origin: QdrantOrigin | undefined,
): NativeSubject {
  if (command !== undefined) return { process: 'command' };
  if (profiler === 'heaptrack') return { process: 'worker' };
  if (!needs.includes('qdrant')) {
    return { skipped: 'massif profiles Qdrant and commands, and the case has neither; heaptrack profiles Node' };
  }
  if (origin === 'docker' || origin === 'url') {
    const why = origin === 'docker' ? 'runs in a container' : 'was there already';
    return { skipped: `massif has to start the Qdrant server, and this one ${why}; see --qdrant-binary` };
  }
  return { process: 'qdrant' };
}

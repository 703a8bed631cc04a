import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError, messageOf } from '../../errors.js';
import { writeWhole } from '../../files/write-whole.js';
import type { MassifProfile } from '../../results/native-schema.js';
import { readBoundedFile } from '../../services/bounded-file.js';
import { fileNameOf } from '../sites/heap-profile-file.js';
import { parseMassifFile } from './massif-file.js';
import type { MassifProgram } from './profiler-program.js';
import type { NativeRecording, ProfiledStart, RecordingPlace } from './recording.js';

/** Valgrind runs one thread at a time, about ten times slower. */
const patience = 20;

/** A hundred snapshots with whole trees take half of this. */
const mostBytes = 128 * 1024 ** 2;

const whyNothing =
  'it writes when the process ends by itself or on a signal, and not when that is SIGKILL, nor when the program was a ' +
  'script that another one took the place of (a shell, a shim of pyenv): name that one';

/**
 * Profiles the memory of one process with valgrind’s massif. Qdrant has its own malloc, so only its pages are visible;
 * for a program, the blocks of malloc say more.
 */
export class MassifRecording implements NativeRecording {
  readonly subject: MassifProfile['subject'];
  readonly start: ProfiledStart;
  readonly #place: RecordingPlace;
  readonly #counts: MassifProfile['counts'];
  #pid: number | undefined;

  constructor({ valgrind }: MassifProgram, place: RecordingPlace) {
    this.#place = place;
    this.subject = place.subject === 'qdrant' ? 'qdrant' : 'command';
    this.#counts = this.subject === 'qdrant' ? 'pages' : 'heap';
    // A forked child writes a separate file when it ends. A % in the folder would be taken for a pattern.
    const outFile = `${place.folder.replaceAll('%', '%%')}/massif.%p.out`;
    const pages = `--pages-as-heap=${this.#counts === 'pages' ? 'yes' : 'no'}`;
    // A tree in every snapshot, because any of them may turn out to be the greatest.
    const detailed = '--detailed-freq=1';
    // Source folders show who owns the code. Inlined calls make stacks deep.
    const frames = ['--fullpath-after=', '--depth=60'];
    const others = ['--trace-children=no', `--massif-out-file=${outFile}`];
    const words = [valgrind, '--tool=massif', pages, detailed, ...frames, ...others];
    this.start = { words, env: {}, patience };
  }

  begun(pid: number): void {
    this.#pid = pid;
  }

  async read(): Promise<MassifProfile> {
    const { caseId, folder, profilesFolder, workingDirectory } = this.#place;
    const written = join(folder, `massif.${this.#pid}.out`);
    const profile = `${fileNameOf(caseId)}.massif.out`;
    // The folder is left out: it is only for this sample, and says nothing to a reader.
    if (!existsSync(written)) throw new EnvironmentError(`massif left nothing to read: ${whyNothing}`);
    try {
      const text = await readBoundedFile(written, mostBytes);
      const found = parseMassifFile(text, workingDirectory);
      // `writeWhole` redacts it: it contains the command line of the program, which may include a key.
      await writeWhole(join(profilesFolder, profile), text);
      return { profiler: 'massif', profile, subject: this.subject, counts: this.#counts, ...found };
    } catch (cause) {
      throw new EnvironmentError(`what massif wrote cannot be read: ${messageOf(cause)}`, { cause });
    }
  }
}

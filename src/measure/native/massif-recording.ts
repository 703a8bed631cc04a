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

/** Valgrind runs one thread at a time, and that some ten times slower. */
const patience = 20;

/** A hundred snapshots with whole trees have half of it. */
const mostBytes = 128 * 1024 ** 2;

const whyNothing =
  'it writes when the process ends by itself or on a signal, and not when that is SIGKILL, nor when the program was a ' +
  'script that another one took the place of (a shell, a shim of pyenv): name that one';

/**
 * Follows what one process holds with valgrind’s massif. Qdrant brings its own malloc, which only its pages show; of a
 * program the blocks of malloc say more.
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
    // A child that is forked off writes a file of its own when it ends. Of the folder a % would be taken for a pattern.
    const outFile = `${place.folder.replaceAll('%', '%%')}/massif.%p.out`;
    const pages = `--pages-as-heap=${this.#counts === 'pages' ? 'yes' : 'no'}`;
    // A tree in every snapshot: whichever turns out to be the greatest has to have one.
    const detailed = '--detailed-freq=1';
    // Folders of sources tell whose they are. What the compiler has put in line makes stacks deep.
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
    // Its folder is of this sample alone, and says nothing to a reader.
    if (!existsSync(written)) throw new EnvironmentError(`massif left nothing to read: ${whyNothing}`);
    try {
      const text = await readBoundedFile(written, mostBytes);
      const found = parseMassifFile(text, workingDirectory);
      // It names the command line of the program, which may have a key in it.
      await writeWhole(join(profilesFolder, profile), text);
      return { profiler: 'massif', profile, subject: this.subject, counts: this.#counts, ...found };
    } catch (cause) {
      throw new EnvironmentError(`what massif wrote cannot be read: ${messageOf(cause)}`, { cause });
    }
  }
}

import { execFile, spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { EnvironmentError, messageOf } from '../../errors.js';
import { replaceWhole } from '../../files/write-whole.js';
import type { HeaptrackProfile, NativeTreeFrame } from '../../results/native-schema.js';
import { describeEnding, ending } from '../../services/child.js';
import { toolEnvironment } from '../../services/tool-environment.js';
import { FrameTable } from '../call-tree.js';
import { fileNameOf } from '../sites/heap-profile-file.js';
import { followedProgram, ProgramWatch } from './followed-program.js';
import { type HeaptrackText, parseHeaptrackText } from './heaptrack-text.js';
import { nativeTree } from './native-trees.js';
import { programIn } from './owner.js';
import type { HeaptrackProgram } from './profiler-program.js';
import type { NativeRecording, ProfiledStart, RecordingPlace } from './recording.js';
import { redactedHead } from './redacted-head.js';
import { topStacks } from './top-stacks.js';

/** heaptrack makes a program a few times slower. */
const patience = 8;
/** Whole stacks to request: more than are shown, because those that read alike are merged. */
const askedStacks = 500;
const mostTextBytes = 256 * 1024 ** 2;
/** A recording of gigabytes is read in a few minutes. */
const readWithinMs = 10 * 60_000;

/**
 * Follows malloc in one process with heaptrack’s library. It replaces heaptrack’s own script, so that the process stays
 * a direct child of memory-bench. The output goes to a file first, so that the process does not wait for a reader.
 */
export class HeaptrackRecording implements NativeRecording {
  readonly subject: HeaptrackProfile['subject'];
  readonly start: ProfiledStart;
  readonly #program: HeaptrackProgram;
  readonly #place: RecordingPlace;
  readonly #rawFile: string;
  #watch: ProgramWatch | undefined;

  constructor(program: HeaptrackProgram, place: RecordingPlace) {
    this.#program = program;
    this.#place = place;
    this.subject = place.subject === 'command' ? 'command' : 'worker';
    this.#rawFile = join(place.folder, 'heaptrack.raw');
    // The library removes both from the environment again, so that child processes are not followed.
    const env = { LD_PRELOAD: program.preload, DUMP_HEAPTRACK_OUTPUT: this.#rawFile };
    this.start = { words: [], env, patience };
  }

  begun(pid: number): void {
    this.#watch = new ProgramWatch(pid);
  }

  async read(signal: AbortSignal): Promise<HeaptrackProfile> {
    const { caseId, profilesFolder, workingDirectory } = this.#place;
    const measured = this.#watch?.close();
    const size = await stat(this.#rawFile).then(
      (file) => file.size,
      () => 0,
    );
    if (size === 0) {
      throw new EnvironmentError(
        'heaptrack wrote nothing. The program has its own malloc or is linked statically: use massif. Or a signal ended it before heaptrack wrote its buffer: let it exit on SIGTERM. Or it is a script that replaced itself by another program: name that program',
      );
    }
    const followed = await followedProgram(this.#rawFile);
    if (measured !== undefined && followed !== undefined && measured !== followed) {
      throw new EnvironmentError(
        `heaptrack followed ${basename(followed)}, and what was measured is ${basename(measured)}, which a script (a shell, a shim of pyenv) has started in its place: name ${basename(measured)} itself`,
      );
    }
    const profile = `${fileNameOf(caseId)}.heaptrack.gz`;
    const path = join(profilesFolder, profile);
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(readWithinMs)]);
    await replaceWhole(path, (draft) => this.#interpret(draft, inTime));
    const { peak, leaked, calls, commandLine, ...totals } = await this.#print(path, inTime);
    const program = this.subject === 'command' ? programIn(commandLine) : undefined;
    const profiled = { workingDirectory, program };
    const frames = new FrameTable<NativeTreeFrame>();
    const peakTree = nativeTree(peak, totals.peakBytes, profiled, frames);
    const leakedTree = nativeTree(leaked, totals.leakedBytes, profiled, frames);
    return {
      profiler: 'heaptrack',
      profile,
      subject: this.subject,
      ...totals,
      peak: topStacks(peak, 'bytes', workingDirectory),
      leaked: topStacks(leaked, 'bytes', workingDirectory),
      calls: topStacks(calls, 'calls', workingDirectory),
      trees: { frames: frames.all(), peak: peakTree, leaked: leakedTree },
    };
  }

  /** Resolves addresses to names, and compresses the result as heaptrack_gui reads it. */
  async #interpret(path: string, signal: AbortSignal): Promise<void> {
    const child = spawn(this.#program.interpret, [], {
      env: toolEnvironment('profiler'),
      stdio: ['pipe', 'pipe', 'ignore'],
      signal,
    });
    try {
      const [how] = await Promise.all([
        ending(child),
        pipeline(createReadStream(this.#rawFile), child.stdin),
        pipeline(child.stdout, redactedHead(), createGzip(), createWriteStream(path)),
      ]);
      if (!('code' in how) || how.code !== 0) throw new Error(`it ended with ${describeEnding(how)}`);
    } catch (cause) {
      throw unreadable('heaptrack_interpret', cause);
    }
  }

  async #print(path: string, signal: AbortSignal): Promise<HeaptrackText> {
    const asked = ['--print-peaks=1', '--print-allocators=1', '--print-leaks=1', '--print-temporary=0'];
    const given = ['--merge-backtraces=0', `--peak-limit=${askedStacks}`, ...asked, `--file=${path}`];
    try {
      const { stdout } = await promisify(execFile)(this.#program.print, given, {
        env: toolEnvironment('profiler'),
        maxBuffer: mostTextBytes,
        signal,
      });
      return parseHeaptrackText(stdout);
    } catch (cause) {
      throw unreadable('heaptrack_print', cause);
    }
  }
}

function unreadable(program: string, cause: unknown): EnvironmentError {
  return new EnvironmentError(`${program} could not read what heaptrack wrote: ${messageOf(cause)}`, { cause });
}

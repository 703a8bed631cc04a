import type { NativeProfile } from '../../results/native-schema.js';

/** How a process is started under a profiler. */
export interface ProfiledStart {
  /** Words before the program’s own. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Multiplier for all time limits. */
  readonly patience: number;
}

/** A profiler's recording of one process, and its findings. */
export interface NativeRecording {
  readonly subject: NativeProfile['subject'];
  readonly start: ProfiledStart;
  /** Called when the process has been started. */
  begun(pid: number): void;
  /**
   * Reads the recording once the process has ended, and leaves the profiler’s own file in the folder of profiles.
   * @throws EnvironmentError if nothing was written, or it cannot be read.
   */
  read(signal: AbortSignal): Promise<NativeProfile>;
}

/** The environment of a profiled process: the profiler's library is loaded before those already preloaded. */
export function profiledEnvironment(
  env: Readonly<Record<string, string>>,
  recording: NativeRecording | undefined,
): Record<string, string> {
  const { LD_PRELOAD: first, ...added } = recording?.start.env ?? {};
  const preloaded = [first, env.LD_PRELOAD].filter((path) => path !== undefined && path !== '');
  return { ...env, ...added, ...(first === undefined ? {} : { LD_PRELOAD: preloaded.join(':') }) };
}

/** The subject and the folders of a recording. */
export interface RecordingPlace {
  readonly subject: NativeProfile['subject'];
  readonly caseId: string;
  /** Where the profiler writes while the process runs. */
  readonly folder: string;
  /** Where its file is kept. */
  readonly profilesFolder: string;
  readonly workingDirectory: string;
}

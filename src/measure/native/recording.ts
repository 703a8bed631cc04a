import type { NativeProfile } from '../../results/native-schema.js';

/** How a process is started so that it is profiled. */
export interface ProfiledStart {
  /** Words before the program’s own. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** How many times longer than usual everything may take. */
  readonly patience: number;
}

/** What a profiler writes down of one process, and what is to be seen in it. */
export interface NativeRecording {
  readonly subject: NativeProfile['subject'];
  readonly start: ProfiledStart;
  /** The process has been started. */
  begun(pid: number): void;
  /**
   * Reads what was written, once the process has ended, and leaves the profiler’s own file in the folder of profiles.
   * @throws EnvironmentError where nothing was written, or it cannot be read.
   */
  read(signal: AbortSignal): Promise<NativeProfile>;
}

/** An environment as a profiler wants it: its library is loaded before what is preloaded already. */
export function profiledEnvironment(
  env: Readonly<Record<string, string>>,
  recording: NativeRecording | undefined,
): Record<string, string> {
  const { LD_PRELOAD: first, ...added } = recording?.start.env ?? {};
  const preloaded = [first, env.LD_PRELOAD].filter((path) => path !== undefined && path !== '');
  return { ...env, ...added, ...(first === undefined ? {} : { LD_PRELOAD: preloaded.join(':') }) };
}

/** Where a recording is kept. */
export interface RecordingPlace {
  readonly subject: NativeProfile['subject'];
  readonly caseId: string;
  /** Where the profiler writes while the process runs. */
  readonly folder: string;
  /** Where its file stays. */
  readonly profilesFolder: string;
  readonly workingDirectory: string;
}

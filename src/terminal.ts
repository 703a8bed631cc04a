/** A terminal that can be drawn on, with its capabilities. */
export interface Terminal {
  /** Current number of characters per line. */
  readonly columns: () => number;
  /** Current number of lines. */
  readonly rows: () => number;
  /** Whether it shows more than ASCII. */
  readonly unicode: boolean;
}

/** A stream that may be a terminal. */
export interface MaybeTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const usual = { columns: 80, rows: 24 };

/** The terminal behind a stream; undefined for a pipe or a file, in CI, and for a dumb terminal. */
export function terminalOf(
  stream: MaybeTerminal,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Terminal | undefined {
  const { TERM, CI } = environment;
  if (stream.isTTY !== true || TERM === 'dumb' || (CI !== undefined && CI !== '' && CI !== 'false')) return undefined;
  return {
    // A pseudo terminal without a size reports 0.
    columns: () => stream.columns || usual.columns,
    rows: () => stream.rows || usual.rows,
    unicode: showsUnicode(environment, platform),
  };
}

/** The first variable that is set decides, as in other programs of the system. */
function showsUnicode({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return WT_SESSION !== undefined;
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
}

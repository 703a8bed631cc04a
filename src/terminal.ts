/** A terminal that can be drawn on, and what it can show. */
export interface Terminal {
  /** Characters of a line, as it is now. */
  readonly columns: () => number;
  /** Lines there are. */
  readonly rows: () => number;
  /** Whether it shows more than ASCII. */
  readonly unicode: boolean;
}

/** What is known of a stream that may be a terminal. */
export interface MaybeTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const usual = { columns: 80, rows: 24 };

/** The terminal behind a stream; undefined for a pipe or a file, in CI, and where the terminal can do nothing. */
export function terminalOf(
  stream: MaybeTerminal,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Terminal | undefined {
  const { TERM, CI } = environment;
  if (stream.isTTY !== true || TERM === 'dumb' || (CI !== undefined && CI !== '' && CI !== 'false')) return undefined;
  return {
    // A pseudo terminal that nobody has given a size says 0.
    columns: () => stream.columns || usual.columns,
    rows: () => stream.rows || usual.rows,
    unicode: showsUnicode(environment, platform),
  };
}

/** The first of the variables that is set decides, as in every program of the system. */
function showsUnicode({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return WT_SESSION !== undefined;
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
}

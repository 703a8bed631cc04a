/** A `::error::`, `::warning::` or `::notice::`, with the properties unescaped. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const LEVELS = new Map<string, Annotation['level']>([
  ['error', 'error'],
  ['warning', 'warning'],
  ['notice', 'notice'],
]);

/** What a runner makes of the lines a step prints, on either stream. */
export class CommandLog {
  readonly annotations: Annotation[] = [];
  readonly groups: string[] = [];
  readonly masks: string[] = [];
  readonly debug: string[] = [];
  /** From the old commands set-output and save-state, which runners still obey. */
  readonly outputs: Record<string, string> = {};
  readonly state: Record<string, string> = {};
  readonly #lines: string[] = [];
  #stoppedBy: string | undefined;

  /** Takes a line. */
  take(line: string): void {
    const command = this.#stoppedBy === undefined ? parse(line) : undefined;
    if (line.trim() === `::${this.#stoppedBy}::`) this.#stoppedBy = undefined;
    else if (command === undefined) this.#lines.push(line);
    else this.#obey(command, line);
  }

  /** What the job's log shows, with secrets starred out. */
  shown(secrets: readonly string[] = []): string {
    const hidden = [...secrets, ...this.masks].filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
    return hidden.reduce((text, secret) => text.replaceAll(secret, '***'), this.#lines.join('\n'));
  }

  #obey({ name, properties, message }: Command, line: string): void {
    const level = LEVELS.get(name);
    if (level !== undefined) {
      this.annotations.push(annotation(level, properties, message));
      this.#lines.push(`##[${name}]${message}`);
    } else if (name === 'group') {
      this.groups.push(message);
      this.#lines.push(`##[group]${message}`);
    } else if (name === 'endgroup') this.#lines.push('##[endgroup]');
    else if (name === 'add-mask') this.masks.push(message, ...message.split('\n'));
    else if (name === 'debug') this.debug.push(message);
    else if (name === 'stop-commands') this.#stoppedBy = message;
    else if (name === 'set-output') this.outputs[properties.name ?? ''] = message;
    else if (name === 'save-state') this.state[properties.name ?? ''] = message;
    else this.#lines.push(line);
  }
}

function parse(line: string): Command | undefined {
  const [, name, list = '', message = ''] = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of list.split(',')) {
    const at = pair.indexOf('=');
    if (at > 0) properties[pair.slice(0, at).trim()] = unescaped(pair.slice(at + 1), true);
  }
  return { name: name.toLowerCase(), properties, message: unescaped(message, false) };
}

function unescaped(text: string, isProperty: boolean): string {
  const characters = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (isProperty ? characters.replaceAll('%3A', ':').replaceAll('%2C', ',') : characters).replaceAll('%25', '%');
}

function annotation(
  level: Annotation['level'],
  { title, file, ...places }: Readonly<Record<string, string>>,
  message: string,
): Annotation {
  const numbers = ['line', 'endLine', 'col', 'endColumn'].flatMap((name) =>
    places[name] ? [[name, Number(places[name])]] : [],
  );
  return { level, message, ...(title ? { title } : {}), ...(file ? { file } : {}), ...Object.fromEntries(numbers) };
}

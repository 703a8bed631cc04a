import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LiveScreen } from '../../src/live/live-screen.js';
import { TerminalEmulator } from './terminal-emulator.js';

const screens: LiveScreen[] = [];

function openScreen(columns = 40) {
  const emulator = new TerminalEmulator(columns);
  let width = columns;
  const terminal = { columns: () => width, rows: () => 24, unicode: true };
  let written = '';
  const output = {
    write(text: string) {
      written += text;
      emulator.write(text);
    },
  };
  const screen = new LiveScreen(output, terminal);
  screens.push(screen);
  const resize = (to: number) => {
    width = to;
    emulator.resize(to);
  };
  return { screen, emulator, output, resize, written: () => written };
}

afterEach(() => {
  for (const screen of screens.splice(0)) screen.clear();
});

describe('lines at the bottom of a terminal', () => {
  it('are drawn in the place of those before', () => {
    const { screen, emulator } = openScreen();
    screen.draw(['one', 'two', 'three']);
    screen.draw(['1', '2']);
    expect(emulator.lines).toEqual(['1', '2']);
  });

  it('leave what stood above', () => {
    const { screen, emulator, output } = openScreen();
    output.write('before\n');
    screen.draw(['one', 'two']);
    screen.draw(['one', 'two more', 'three']);
    screen.clear();
    output.write('after\n');
    expect(emulator.lines).toEqual(['before', 'after']);
  });

  it('are gone without a trace, whatever they were', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 39 });
    const frame = fc.array(line, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(frame), (frames) => {
        const { screen, emulator, output } = openScreen();
        output.write('before\n');
        for (const lines of frames) screen.draw(lines);
        screen.clear();
        expect(emulator.lines).toEqual(['before']);
        expect(emulator.cursor).toEqual({ row: 1, column: 0 });
      }),
    );
  });

  it('are gone where the terminal has become narrower and has broken them', () => {
    const { screen, emulator, output, resize } = openScreen(40);
    output.write('before\n');
    screen.draw(['x'.repeat(39), 'y'.repeat(30)]);
    resize(12);
    screen.draw(['short']);
    expect(emulator.lines).toEqual(['before', 'short']);
  });

  it('are not written again where they are the same', () => {
    const { screen, written } = openScreen();
    screen.draw(['one']);
    screen.draw(['one']);
    expect(written()).toBe('one');
  });

  it('do not hide the cursor', () => {
    const { screen, written } = openScreen();
    screen.draw(['one']);
    screen.clear();
    expect(written()).not.toContain('\u001b[?');
  });
});

describe('a process that ends with lines drawn', () => {
  it('takes them away when it exits', () => {
    const { screen, emulator } = openScreen();
    const before = process.listeners('exit');
    screen.draw(['one', 'two']);
    for (const listener of process.listeners('exit')) if (!before.includes(listener)) listener.call(process, 0);
    expect(emulator.lines).toEqual(['']);
  });

  it('takes them away before an error of its own is told', () => {
    const { screen, emulator, output } = openScreen();
    screen.draw(['one', 'two']);
    for (const listener of process.listeners('uncaughtExceptionMonitor')) {
      listener.call(process, new Error('planted'), 'uncaughtException');
    }
    output.write('told\n');
    expect(emulator.lines).toEqual(['told']);
  });

  it('erases nothing of what others wrote while it was stopped', () => {
    const { screen, emulator, output } = openScreen();
    screen.draw(['one', 'two']);
    output.write('\nshell\n');
    process.emit('SIGCONT', 'SIGCONT');
    screen.draw(['three']);
    expect(emulator.lines).toEqual(['one', 'two', 'shell', 'three']);
  });

  it('listens to nothing any more once they are gone', () => {
    const count = () => ['exit', 'uncaughtExceptionMonitor', 'SIGCONT'].map((name) => process.listenerCount(name));
    const before = count();
    const { screen } = openScreen();
    screen.draw(['one']);
    screen.draw(['two']);
    expect(count()).toEqual(before.map((listeners) => listeners + 1));
    screen.clear();
    expect(count()).toEqual(before);
  });
});

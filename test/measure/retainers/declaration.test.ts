import { describe, expect, it } from 'vitest';
import { declarationLine, propertyLine } from '../../../src/measure/retainers/declaration.js';

const script = `import { a } from 'b';
const recent = new Map(), other = 1;
class Store {
  #cache = new Map();
  constructor() {
    this.items = [];
  }
}
function run(call) {
  const recent = [];
  recent.push(call);
}`.split('\n');

describe('the line of a declaration', () => {
  it('is the last one before the function that sees the variable', () => {
    expect(declarationLine(script, 'recent', 9)).toBe(2);
    expect(declarationLine(script, 'recent', 11)).toBe(10);
  });

  it('is the first one where all come later', () => {
    expect(declarationLine(script, 'recent', 1)).toBe(2);
  });

  it('may be of a parameter', () => {
    expect(declarationLine(script, 'call', 9)).toBe(9);
  });

  it('of a property is where its class sets it', () => {
    expect(propertyLine(script, 'items', 3)).toBe(6);
    expect(propertyLine(script, '#cache', 3)).toBe(4);
  });

  it('is unknown where the name does not occur', () => {
    expect(declarationLine(script, 'missing(', 9)).toBeUndefined();
    expect(propertyLine(script, 'missing[', 1)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { beginsStrict } from '../../src/suite/rewrite-imports.js';

describe('a CommonJS file', () => {
  it.each([
    ["'use strict';", true],
    ['"use strict"', true],
    ["// a\n/* b\n * c **/\n  'use strict';", true],
    ["const a = 1; 'use strict';", false],
    ["/* 'use strict'; */", false],
    ["/* never ended 'use strict';", false],
    ['\'use strict"', false],
    ['', false],
    ['//', false],
  ])('%j begins with the directive: %s', (code, strict) => {
    expect(beginsStrict(code)).toBe(strict);
  });

  it('can begin with any number of comments', () => {
    expect(beginsStrict(`${'/* a */\n'.repeat(5_000)}const a = 1;`)).toBe(false);
    expect(beginsStrict(`${'/* a */\n'.repeat(5_000)}'use strict';`)).toBe(true);
  });
});

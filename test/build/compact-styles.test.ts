import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactStyles } from '../../scripts/compact-styles.js';

describe('styles in the one-tag file', () => {
  it('lose comments and what is only layout', () => {
    const text = `
  /* The box. */
  :host {
    display: block; /* as a block */
    margin: 0 auto;
  }
`;
    assert.equal(compactStyles(text), ':host{display:block;margin:0 auto;}');
  });

  it('keep every space that means something', () => {
    for (const text of [
      '.a :hover{inline-size:calc(1px + (2px - 3px));}',
      '@media (width > 2px) and (hover){a::after{content:" / * ";}}',
      "a{content:'  ';}",
      '.a .b>.c,.d{color:${ink};}',
      ':host([hidden]) ::slotted(p){color:red!important;}',
    ]) {
      assert.equal(compactStyles(text), text);
    }
  });
});

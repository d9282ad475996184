import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { en } from '../../src/locales/en/package.js';
import { createFormat } from '../../src/locales/format.js';
import { directionOf } from '../../src/model/direction.js';
import { parseCredential } from '../../src/model/parse.js';
import { emptyPortfolio, type Portfolio } from '../../src/model/portfolio.js';
import { markup } from '../../src/transport/markup.js';
import { readablePage } from '../../src/transport/readable-page.js';
import { launchChromium } from '../helpers/chromium.js';

const parsed = parseCredential(await readFile('demo/credentials/collaborative-leadership.json', 'utf8'));
assert.ok(parsed.ok);
const credential = parsed.value;
const words = en(createFormat('en'));
const narrative = credential.parts.find((part) => part.kind === 'narrative')!;
const evidencePart = credential.parts.find((part) => part.kind === 'evidence')!;
const outcome = credential.outcomes[0]!;
const detail = outcome.details[0] ?? outcome;
const hostileText = `</p></style></title><script>top.hit = 1</script><img src=x onerror="top.hit = 1">"'&<!--`;

function portfolio(text: string): Portfolio {
  return {
    ...emptyPortfolio('p1', { id: credential.id, version: credential.version, digest: 'a'.repeat(64) }),
    narratives: [
      {
        part: narrative.id,
        language: 'ar',
        seen: {},
        text: {
          type: 'doc',
          content: [
            { type: 'heading', level: 1, id: 'h', content: [{ type: 'text', text }] },
            {
              type: 'paragraph',
              id: 'b',
              content: [
                {
                  type: 'text',
                  text,
                  marks: [{ type: 'strong' }, { type: 'link', href: 'https://example.org/?a=1&b="' }],
                },
                { type: 'hard-break' },
                { type: 'text', text: 'run', marks: [{ type: 'link', href: 'javascript:top.hit=1' }] },
              ],
            },
            {
              type: 'bullet-list',
              id: 'l',
              items: [{ content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }],
            },
          ],
        },
      },
    ],
    artifacts: [
      {
        id: 'a1',
        part: evidencePart.id,
        title: text,
        file: { id: 'f%/1', name: `a "plan"?#.pdf`, type: 'application/pdf', size: 1 },
      },
      { id: 'a2', part: evidencePart.id, title: '', file: { id: 'f2', name: 'talk.mp4', type: 'video/mp4', size: 1 } },
      {
        id: 'a3',
        part: evidencePart.id,
        title: 'Away',
        file: { id: 'f3', name: 'gone.pdf', type: 'application/pdf', size: 1 },
      },
    ],
    evidence: [
      {
        id: 'e',
        detail: detail.id,
        explanation: text,
        pointers: [
          { id: '1', artifact: 'a1', locators: [{ kind: 'page', page: 3 }], note: text },
          { id: '2', artifact: 'a2', locators: [{ kind: 'time', start: 75, end: 90 }] },
          { id: '3', artifact: 'a3', locators: [{ kind: 'page', page: 1 }] },
        ],
      },
    ],
  };
}

test('every value is escaped, in text and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const { text } = markup`<a title="${words}">${words}</a>`;
      const inner = text.slice('<a title="'.length, -'</a>'.length);
      assert.equal(inner.replaceAll('">', '').match(/[<>"']/), null);
      const plain = inner.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      assert.equal(plain, `${words}">${words}`);
    }),
  );
});

test('a browser shows the words as they were written, and runs nothing', async () => {
  const browser: Browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('request', (request) => request.url().startsWith('data:') || errors.push(request.url()));
    await page.setContent(readablePage({ credential, portfolio: portfolio(hostileText), missing: ['f3'], words }));
    assert.equal(await page.evaluate('window.hit'), undefined);
    assert.equal(await page.locator('script, img, [onerror]').count(), 0);
    assert.deepEqual(errors, []);
    assert.equal(await page.locator('h1').textContent(), credential.title);
    assert.equal(await page.locator('[lang=ar][dir=rtl] strong').textContent(), hostileText);
    assert.equal(await page.locator('a', { hasText: 'run' }).count(), 0);
    const hrefs = await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.ok(hrefs.includes('https://example.org/?a=1&b="'));
    assert.ok(hrefs.includes('files/f%2525%252F1/a%20_plan__%23.pdf#page=3'));
    assert.ok(hrefs.includes('files/f2/talk.mp4#t=75,90'));
    assert.equal(hrefs.filter((href) => href?.includes('f3')).length, 0);
    assert.ok((await page.locator('body').textContent())?.includes('not in this package'));
  } finally {
    await browser.close();
  }
});

test('direction follows the language', () => {
  assert.deepEqual(['en', 'ar', 'ar-EG', 'az-Arab', 'ar-Latn', 'arn', 'he', 'fr-CA'].map(directionOf), [
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'rtl',
    'ltr',
  ]);
});

/**
 * Where the three browser engines are on this machine. Nothing is downloaded: the system's own packages are used.
 * `CHROMIUM`, `FIREFOX`, `WEBKIT_DRIVER`, `WEBKIT_BROWSER` and `XVFB` name other places.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** Chromium's switches for tests: no sandbox (tests often run as root), no GPU, no network of its own. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** @returns {string | undefined} the first of `places` that exists; a bare name is looked for in PATH */
function firstExisting(places) {
  const folders = (env.PATH ?? '').split(delimiter);
  for (const place of places) {
    if (!place) continue;
    if (/[\\/]/.test(place)) {
      if (existsSync(place)) return place;
      continue;
    }
    const folder = folders.find((each) => each && existsSync(join(each, place)));
    if (folder) return join(folder, place);
  }
  return undefined;
}

/** An explicit path is taken as said, or not at all: a typing mistake must not fall back to another browser. */
const chosen = (path, places) => firstExisting(path ? [path] : places);

/** WebKitGTK's test browser lies in a folder named by architecture and version. */
function miniBrowsers() {
  const found = [];
  for (const root of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(root)) continue;
    const folders = [
      root,
      ...readdirSync(root)
        .filter((name) => name.includes('-linux-'))
        .map((name) => join(root, name)),
    ];
    for (const folder of folders) {
      for (const version of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
        found.push(join(folder, version, 'MiniBrowser'));
      }
    }
  }
  return found;
}

/**
 * @returns {{ chromium?: string, firefox?: string, webkit?: { driver: string, browser: string, xvfb: string } }}
 * only the engines that are here, each with the path of its program
 */
export function findEngines() {
  const driver = chosen(env.WEBKIT_DRIVER, ['WebKitWebDriver']);
  const browser = chosen(env.WEBKIT_BROWSER, miniBrowsers());
  const xvfb = chosen(env.XVFB, ['Xvfb']);
  const engines = {
    chromium: chosen(env.CHROMIUM, PLACES.chromium),
    firefox: chosen(env.FIREFOX, PLACES.firefox),
    webkit: driver && browser && xvfb ? { driver, browser, xvfb } : undefined,
  };
  return Object.fromEntries(Object.entries(engines).filter(([, place]) => place));
}

/** The names in `ENGINES` (such as `ENGINES=chromium,webkit`), else all three. Unknown names are refused. */
export function wantedEngines() {
  const names = (env.ENGINES ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = names.filter((name) => !ENGINES.includes(name));
  if (unknown.length > 0) throw new Error(`ENGINES: unknown ${unknown.join(', ')}; known are ${ENGINES.join(', ')}`);
  return names.length > 0 ? names : ENGINES;
}

/** `npm run browsers`: makes sure of Chromium, Firefox and WebKit, from the system's own packages where it may. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ENGINES, findEngines } from './engines.mjs';

/** The packages of Debian that hold each engine. */
const DEBIAN = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

const OTHERWISE = {
  chromium: 'Install Chromium or Chrome, or name its program: CHROMIUM=/path/to/chromium',
  firefox: 'Install Firefox, or name its program: FIREFOX=/path/to/firefox',
  webkit:
    'The tests drive WebKitGTK, which is a Linux program (Debian: webkit2gtk-driver xvfb). Elsewhere, run them in a ' +
    'Debian container, or name WEBKIT_DRIVER, WEBKIT_BROWSER (MiniBrowser) and XVFB.',
};

const missingNow = () => {
  const found = findEngines();
  return ENGINES.filter((name) => !found[name]);
};

const isDebian = () =>
  existsSync('/usr/bin/apt-get') && /^ID=debian$/m.test(readFileSync('/etc/os-release', { encoding: 'utf8' }));

/** The words that let a command write to the system, or nothing when this person may not. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function install(prefix, packages) {
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const [program, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    console.log(`apt-get ${args.join(' ')}`);
    if (spawnSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0) return false;
  }
  return true;
}

let missing = missingNow();
if (missing.length > 0 && isDebian()) {
  const packages = missing.flatMap((name) => DEBIAN[name]);
  const prefix = asRoot();
  if (prefix) {
    if (!install(prefix, packages)) console.error('The packages could not be installed.');
  } else {
    console.log(`Not root, and sudo asks for a password. Run: sudo apt-get install ${packages.join(' ')}`);
  }
  missing = missingNow();
}

const found = findEngines();
for (const name of ENGINES) {
  const place = found[name];
  console.log(`${name}: ${place ? (place.browser ?? place) : `missing. ${OTHERWISE[name]}`}`);
}
if (missing.length > 0 && process.env.REQUIRE_ENGINES) process.exitCode = 1;

/** A Web Test Runner launcher for WebKitGTK: starts its own display and driver on free ports, and stops both. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';

/** Xvfb picks a free display itself and writes its number to the given descriptor when it is ready. */
function startDisplay(xvfb) {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    child.stdio[3].once('data', (line) => resolve({ child, display: `:${String(line).trim()}` }));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startDriver(driver, display) {
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    // GTK must draw on the display made for it, never on the person's own session.
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '', NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
    detached: true,
  });
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`WebKitWebDriver ended with code ${child.exitCode}`);
    const up = await fetch(`http://127.0.0.1:${port}/status`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return { child, port };
    await wait(100);
  }
  throw new Error('WebKitWebDriver did not answer within 10 seconds');
}

/** Ends a process and everything that it started (the driver leaves its browser behind when cut short). */
function end(child, group) {
  if (!child || child.exitCode !== null) return;
  try {
    process.kill(group ? -child.pid : child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

/** @param {{ driver: string, browser: string, xvfb: string }} places */
export function webkitLauncher(places) {
  const options = {
    hostname: '127.0.0.1',
    port: 0,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: places.browser, args: ['--automation'] },
      'wdio:enforceWebDriverClassic': true,
    },
  };
  const launcher = webdriverLauncher(options);
  launcher.concurrency = 1;

  let display;
  let driver;
  const endAll = () => {
    end(driver?.child, true);
    end(display?.child, false);
  };

  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (config) => {
    // The launcher reads its concurrency from the whole run's config; MiniBrowser holds one session at a time.
    await initialize({ ...config, concurrency: 1 });
    launcher.name = 'WebKit';
    process.once('exit', endAll);
    display = await startDisplay(places.xvfb);
    driver = await startDriver(places.driver, display.display);
    options.port = driver.port;
  };

  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await stop();
    endAll();
  };
  return launcher;
}

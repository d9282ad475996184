/** Running the tools of this package: their programs are found in `node_modules/.bin`, without a shell. */
import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

const PATH = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/**
 * Runs a program in the project's folder and shows what it prints.
 * @param {string} program such as `tsc`
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `quiet` keeps the output back
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (stream) => (bytes) => {
      output += bytes;
      if (!quiet) stream.write(bytes);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** Runs several at once and shows the output of those that failed. @returns {Promise<boolean>} whether all went well */
export async function runAll(commands) {
  const results = await Promise.all(
    commands.map(async ([program, ...args]) => {
      const started = performance.now();
      const { code, output } = await run(program, args, { quiet: true });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const line = [program, ...args].join(' ').slice(0, 70);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${line} (${seconds} s)`);
      if (code !== 0) console.log(output);
      return code === 0;
    }),
  );
  return results.every(Boolean);
}

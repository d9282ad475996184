/** `npm start`: the demo pages and the receiver, at http://localhost:8080 (`PORT` overrides), data under `.data/`. */
import { spawn } from 'node:child_process';
import { buildEmbedIfStale } from './embed.mjs';
import { ROOT } from './run.mjs';

await buildEmbedIfStale();
const receiver = spawn(process.execPath, ['--import', 'tsx', 'demo/receiver/main.ts', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => receiver.kill(signal));
receiver.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 0 : 1);
});

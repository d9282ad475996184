/** `npm run types`: the library, its model once more without the DOM, and everything that runs in Node. */
import { runAll } from './run.mjs';

const projects = { src: 'tsconfig.json', model: 'src/model/tsconfig.json', tests: 'tsconfig.test.json' };

const ok = await runAll(
  Object.entries(projects).map(([name, file]) => [
    'tsc',
    '-p',
    file,
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    `.cache/${name}.tsbuildinfo`,
  ]),
);
process.exitCode = ok ? 0 : 1;

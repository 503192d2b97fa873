// Plain JavaScript, so that an older Node can read it far enough to say what it lacks.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(`Pillarwatch: ${problem}`);
  process.exit(1);
}

const { register } = await import('tsx/esm/api');
register();
const { start } = await import('./start.ts');
await start(process.argv[2] === 'dev' ? 'dev' : 'start');

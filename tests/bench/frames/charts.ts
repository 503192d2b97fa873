import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { compile } from 'sass';

const ROOT = path.join(import.meta.dirname, '../../..');

/** A chart as a page of its own: one script and one style sheet. */
export interface Chart {
  name: string;
  script: string;
  style: string;
}

async function bundled(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(import.meta.dirname, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    alias: { '@': ROOT },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return result.outputFiles[0]!.text;
}

/** Our timeline and vis-timeline, bundled in the same way. */
export async function charts(): Promise<Chart[]> {
  const visStyle = path.join(ROOT, 'node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css');
  return [
    {
      name: 'our timeline',
      script: await bundled('timeline-entry.tsx'),
      style: compile(path.join(ROOT, 'app/styles/_timeline.scss')).css,
    },
    {
      name: 'vis-timeline',
      script: await bundled('vis-entry.ts'),
      style: readFileSync(visStyle, 'utf8'),
    },
  ];
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { precompress } from '@/app/_start/precompress';

const folder = mkdtempSync(path.join(tmpdir(), 'pillarwatch-precompress-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const unpacked = (name: string): string =>
  String(brotliDecompressSync(readFileSync(path.join(folder, `${name}.br`))));

test('scripts of a build get the hint to compile them at once, one time, and what is sent is what stands there', async () => {
  writeFileSync(path.join(folder, 'a.js'), 'alert(1)');
  writeFileSync(path.join(folder, 'a.css'), 'p{color:red}');
  await precompress(folder);
  await precompress(folder);
  // V8 looks for it at the very beginning.
  expect(read('a.js')).toBe('//# allFunctionsCalledOnLoad\nalert(1)');
  expect(unpacked('a.js')).toBe(read('a.js'));
  expect(read('a.css')).toBe('p{color:red}');
  expect(unpacked('a.css')).toBe('p{color:red}');
});

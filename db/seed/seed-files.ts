import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EventInput } from '@/lib/event';
import { eventOf } from './coded-event';

const FOLDER = path.join(process.cwd(), 'db', 'seed');

/** A file of coded events: one for each article of the corpus, and one for each reference set, named for its key. */
export interface SeedFile {
  /** Key of the article or of the reference set. */
  name: string;
  sourceSet: string;
  coded: unknown[];
}

/** What a file of the seed's folder holds. Throws where it is not JSON. */
export function readSeedJson(...parts: string[]): unknown {
  return JSON.parse(readFileSync(path.join(FOLDER, ...parts), 'utf8'));
}

function filesIn(folder: string, setOf: (name: string) => string): SeedFile[] {
  return readdirSync(path.join(FOLDER, folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = path.basename(file, '.json');
      return { name, sourceSet: setOf(name), coded: readSeedJson(folder, file) as unknown[] };
    });
}

/** The files of the seed, in a stable order: the corpus, then the reference sets. */
export function readSeedFiles(): SeedFile[] {
  return [...filesIn('corpus', () => 'corpus'), ...filesIn('reference', (name) => name)];
}

/** The coded corpus and the reference sets as events. Throws where one does not fit eventSchema. */
export function readSeedEvents(): EventInput[] {
  return readSeedFiles().flatMap(({ coded, sourceSet }) => coded.map((one) => eventOf(one, sourceSet)));
}

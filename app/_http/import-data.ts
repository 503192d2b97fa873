import type { ImportView } from '@/db/import/imports';
import { keptMapping } from '@/db/import/imports';
import { countAllowed, readFindings, readRejects } from '@/db/import/findings';
import { KEEPS_SETS } from '@/db/import/named-sets';
import { jobProblemWords } from '@/db/import/job-problem';
import { database } from '@/db/client';
import { readSourceSets } from '@/db/source-sets';
import type { Verdict } from '@/lib/import/import-counts';
import { createMapper } from '@/lib/import/mapper';
import { mappingDraft } from '@/lib/import/mapping-form';
import { mappingSchema, type Mapping } from '@/lib/import/mapping';
import type { Outcome } from '@/lib/import/outcome';
import { lookAt, planFile, shapeOf, type FileLook, type FilePlan } from '@/lib/import/plan-file';
import { presets } from '@/lib/import/presets';
import { uploadPath } from '@/lib/import/upload-folder';

const SAMPLE = 200;
const KEPT_WORDS = 'As the file says of each event; sets that are not here yet are made';

/** The mapping as it was saved, else as the last file of this shape had it, else by what the columns are. */
async function planOf(row: ImportView, look: FileLook): Promise<FilePlan & { kept: boolean }> {
  const plan = planFile(look, row.fileName);
  const saved = mappingSchema.safeParse(row.mapping);
  if (saved.success) return { ...plan, mapping: saved.data, questions: [], kept: false };
  const kept = await keptMapping(database(), shapeOf(look.columns));
  const mapping = mappingSchema.safeParse(kept?.mapping);
  return mapping.success
    ? { ...plan, mapping: mapping.data, questions: [], kept: true }
    : { ...plan, kept: false };
}

function sampleOf(mapping: Mapping, { columns, rows }: FileLook): Outcome[] {
  const mapper = createMapper(mapping, columns);
  return [...rows.slice(0, SAMPLE).flatMap((row) => mapper.push(row)), ...mapper.end()];
}

function aboutWords({ preset, kept }: { preset: FilePlan['preset']; kept: boolean }): string {
  if (kept)
    return 'Mapped as the last file with these columns was. Look at what the first rows become, then check the whole file.';
  if (preset)
    return `This is a file of the format “${preset.title}”, known by its columns. Look at what the first rows become, then check the whole file.`;
  return 'The format of this file is not known: what its columns are was guessed from their names and values. Look it over, then check the whole file.';
}

/** The map step: the form, and what the first rows become; or why the file cannot be read. */
export async function mapStep(row: ImportView) {
  if (row.storedAs === null) return { problem: 'The file is not here any more: upload it again.' };
  try {
    const look = await lookAt(uploadPath(row.storedAs));
    const plan = await planOf(row, look);
    const { mapping, preset, questions } = plan;
    const there = await readSourceSets(database());
    const made = presets.find((one) => one.set.key === mapping.defaults.sourceSet)?.set ?? preset?.set;
    const sets = made && !there.some(({ key }) => key === made.key) ? [...there, made] : there;
    return {
      about: aboutWords(plan),
      sample: sampleOf(mapping, look),
      sampled: Math.min(SAMPLE, look.rows.length),
      form: {
        initial: { id: row.id, draft: mappingDraft(mapping), errors: [], refused: null, turn: 0 },
        way: mapping.way,
        columns: look.columns,
        questions,
        codebook: mapping.codebook,
        sets: sets.map(({ key, title }) => ({ key, title: key === KEEPS_SETS ? KEPT_WORDS : title })),
        set: row.sourceSet ?? mapping.defaults.sourceSet,
      },
    };
  } catch (error) {
    const problem = jobProblemWords(error);
    if (problem === null) throw error;
    return { problem };
  }
}

const PAGE = 50;
type Query = Record<string, string | string[] | undefined>;
const after = (query: Query, name: string): number => {
  const given = Number(query[name]);
  return Number.isSafeInteger(given) && given > 0 && given < 2_000_000_000 ? given : -1;
};

async function findings(id: number, verdict: Verdict, from: number) {
  const found = await readFindings(database(), id, verdict, from, PAGE + 1);
  const shown = found.slice(0, PAGE);
  return { findings: shown, next: found.length > PAGE ? shown.at(-1)!.position : null };
}

/** What a person has to look at: held, edited and rejected, a page of each. */
export async function importReport(id: number, query: Query) {
  const from = after(query, 'rejected');
  const [held, edited, rejects, allowed] = await Promise.all([
    findings(id, 'duplicate', after(query, 'held')),
    findings(id, 'edited', after(query, 'edited')),
    readRejects(database(), id, from, PAGE + 1),
    countAllowed(database(), id),
  ]);
  const rows = rejects.slice(0, PAGE);
  const next = rejects.length > PAGE ? rows.at(-1)!.row : null;
  return { held, edited, allowed, rejects: { rows, next, first: from === -1 } };
}

import type { ImportView } from '@/db/import/imports';
import { noteLook } from '@/db/import/imports';
import { planByRecord, type Planned } from '@/db/import/plan';
import { rulesVersions } from '@/db/import/preset-rules';
import { countAllowed, readFindings, readRejects } from '@/db/import/findings';
import { KEEPS_SETS } from '@/db/import/named-sets';
import { jobProblemWords } from '@/db/import/job-problem';
import { readUndo } from '@/db/import/undo';
import { database } from '@/db/client';
import { readSourceSets } from '@/db/source-sets';
import type { Verdict } from '@/lib/import/import-counts';
import { cell, cut } from '@/lib/import/cells';
import type { Question } from '@/lib/import/guess';
import { createMapper } from '@/lib/import/mapper';
import { mappingDraft } from '@/lib/import/mapping-form';
import { mappingSchema, type Mapping } from '@/lib/import/mapping';
import type { Outcome } from '@/lib/import/outcome';
import { lookAt, type FileLook } from '@/lib/import/plan-file';
import { presetMapping, presets } from '@/lib/import/presets';
import { readingDraft } from '@/lib/import/reading';
import { bookOf, sameBook } from '@/lib/import/rule-book-form';
import { aboveWords, KEPT_SETS, rulesWords } from '@/lib/import/report-words';
import type { Draft } from '@/lib/import/rules-form';
import { uploadPath } from '@/lib/import/upload-folder';

const SAMPLE = 200;

/** A file as it was first looked at; what was found then is kept. */
export async function lookOnce(row: ImportView): Promise<FileLook> {
  const look = await lookAt(uploadPath(row.storedAs!), undefined, row);
  if (row.columns === null) await noteLook(database(), row.id, look);
  return look;
}

/** The mapping as it was saved for this file, else as the record would have it. */
export async function planOf(row: ImportView, look: FileLook): Promise<Planned & { saved: boolean }> {
  const plan = await planByRecord(database(), look, row.fileName);
  const saved = mappingSchema.safeParse(row.mapping);
  return saved.success
    ? { ...plan, mapping: saved.data, questions: [], kept: false, saved: true }
    : { ...plan, saved: false };
}

/** Which rules of its format a mapping has; null for a file of no known format, or one whose rows say it themselves. */
async function rulesOf(mapping: Mapping, columns: readonly string[]) {
  const preset = presets.find(({ key }) => key === mapping.preset);
  if (!preset || mapping.way === 'pillarwatch') return null;
  const versions = await rulesVersions(database(), preset);
  const book = versions.find(({ version }) => version === mapping.rulesVersion);
  const made = book && presetMapping(preset, columns, '', book);
  const own = !made || !sameBook(bookOf(made), bookOf(mapping));
  return { preset, version: mapping.rulesVersion, newest: versions[0]!.version, own };
}

/** By which rules an import was read, in words; null where none were there to choose. */
export async function importRulesWords(row: ImportView): Promise<string | null> {
  const mapping = mappingSchema.safeParse(row.mapping);
  const rules = mapping.success ? await rulesOf(mapping.data, row.columns ?? []) : null;
  return rules && rulesWords(rules);
}

/** The form of a mapping; the order of day and month is left open where the file does not tell it, so that it is chosen. */
function openDraft(mapping: Mapping, questions: readonly Question[]): Draft {
  const asked = questions.some(({ field }) => field === 'order');
  return { ...mappingDraft(mapping), ...(asked && { 'date.order': '' }) };
}

/** So much of a cell shows what is in its column. */
const EXAMPLE = 24;

/** Columns to choose from, each with the first value that stands in it. */
const columnChoices = ({ columns, rows }: FileLook) =>
  columns.map((code) => {
    const first = rows.find(({ cells }) => cell(cells, code) !== '');
    const example = first && cut(cell(first.cells, code), EXAMPLE);
    return { code, label: example ? `${code} (${example})` : `${code} (empty)` };
  });

function sampleOf(mapping: Mapping, { columns, rows }: FileLook): Outcome[] {
  const mapper = createMapper(mapping, columns);
  return [...rows.slice(0, SAMPLE).flatMap((row) => mapper.push(row)), ...mapper.end()];
}

function aboutWords(
  { preset, kept, saved }: Planned & { saved: boolean },
  { format, above = [] }: FileLook,
): string {
  const read = `Read as ${format.toUpperCase()}. ${above.length > 0 ? `${aboveWords(above)} ` : ''}`;
  if (saved) return `${read}Mapped as you or a colleague last saved it here.`;
  if (kept)
    return `${read}Mapped as the last file with these columns was. Look at what the first rows become, then check the whole file.`;
  if (preset)
    return `${read}This is a file of the format “${preset.title}”, known by its columns. Look at what the first rows become, then check the whole file.`;
  return `${read}The format of this file is not known: what its columns are was guessed from their names and values. Look it over, then check the whole file.`;
}

/** The map step: the form, and what the first rows become; or why the file cannot be read. */
export async function mapStep(row: ImportView) {
  if (row.storedAs === null) return { problem: 'The file is not here any more: upload it again.' };
  try {
    const look = await lookOnce(row);
    const plan = await planOf(row, look);
    const rules = await rulesOf(plan.mapping, look.columns);
    const { mapping, preset, questions } = plan;
    const there = await readSourceSets(database());
    const made = presets.find((one) => one.set.key === mapping.defaults.sourceSet)?.set ?? preset?.set;
    const sets = made && !there.some(({ key }) => key === made.key) ? [...there, made] : there;
    return {
      about: aboutWords(plan, look),
      sample: sampleOf(mapping, look),
      sampled: Math.min(SAMPLE, look.rows.length),
      form: {
        initial: {
          id: row.id,
          draft: { ...openDraft(mapping, questions), ...readingDraft(look) },
          errors: [],
          refused: null,
          focus: '',
          turn: 0,
        },
        way: mapping.way,
        columns: mapping.way === 'rows' ? columnChoices(look) : [],
        questions,
        codebook: mapping.codebook,
        rules: rules && {
          words: rulesWords(rules),
          version: rules.version,
          newer: rules.newest > rules.version ? rules.newest : null,
          href: `/admin/import-rules/${rules.preset.key}`,
        },
        sets: sets.map(({ key, title }) => ({ key, title: key === KEEPS_SETS ? KEPT_SETS : title })),
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
  const [held, edited, rejects, allowed, undone] = await Promise.all([
    findings(id, 'duplicate', after(query, 'held')),
    findings(id, 'edited', after(query, 'edited')),
    readRejects(database(), id, from, PAGE + 1),
    countAllowed(database(), id),
    readUndo(database(), id),
  ]);
  const rows = rejects.slice(0, PAGE);
  const next = rejects.length > PAGE ? rows.at(-1)!.row : null;
  return { held, edited, allowed, undone, rejects: { rows, next, first: from === -1 } };
}

import { and, desc, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm';
import type { Author } from '@/lib/author';
import { ruleBookSchema, type RuleBook } from '@/lib/import/mapping';
import type { Preset } from '@/lib/import/preset';
import { presets, recognise, shippedRules, type KeptRules } from '@/lib/import/presets';
import { sameBook } from '@/lib/import/rule-book-form';
import { writeAudit } from '../audit';
import type { Connection, Database } from '../client';
import { users } from '../schema-auth';
import { importRules, imports } from '../schema-import';

/** A version of a format's rules, with who saved it and when. */
export interface RulesVersion extends KeptRules {
  /** True where they are those that come with the product. */
  shipped: boolean;
  savedAt: string | null;
  savedByName: string | null;
}

const columns = {
  ...getTableColumns(importRules),
  savedByName: sql<
    string | null
  >`(select ${users.name} from ${users} where ${users.id} = ${importRules.savedBy})`,
};
type Row = typeof importRules.$inferSelect & { savedByName: string | null };

function versionOf(preset: Preset, row: Row | undefined): RulesVersion {
  const book = row?.book ? ruleBookSchema.parse(row.book) : shippedRules(preset);
  const { version = 0, savedAt = null, savedByName = null } = row ?? {};
  return { ...book, version, shipped: !row?.book, savedAt, savedByName };
}

/** The rules that hold for each known format, by its key. */
export async function currentRules(db: Connection): Promise<Map<string, RulesVersion>> {
  const rows = await db
    .selectDistinctOn([importRules.preset], columns)
    .from(importRules)
    .orderBy(importRules.preset, desc(importRules.version));
  return new Map(
    presets.map((preset) => [
      preset.key,
      versionOf(
        preset,
        rows.find((row) => row.preset === preset.key),
      ),
    ]),
  );
}

/** Every version of a format's rules, the newest first; version 0 is what comes with the product. */
export async function rulesVersions(db: Connection, preset: Preset): Promise<RulesVersion[]> {
  const rows = await db
    .select(columns)
    .from(importRules)
    .where(eq(importRules.preset, preset.key))
    .orderBy(desc(importRules.version));
  return [...rows.map((row) => versionOf(preset, row)), versionOf(preset, undefined)];
}

const asLines = ({ rules, otherwise }: RuleBook): object => ({ rules, otherwise });

/**
 * Keeps a format's rules as a new version over the one that was seen, with an entry of the audit trail. Rules that are those
 * of the product are kept as that, so that a later release of it may better them. Returns the new version, or null with
 * nothing written where somebody has saved since.
 */
export async function saveRules(
  db: Database,
  preset: Preset,
  book: RuleBook,
  { seen, by }: { seen: number; by: Author },
): Promise<number | null> {
  return db.transaction(async (tx) => {
    // One after the other: the key alone would let two write versions of their own.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('import_rules'))`);
    const [before] = await rulesVersions(tx, preset);
    if (before!.version !== seen) return null;
    const shipped = sameBook(book, shippedRules(preset));
    const version = seen + 1;
    await tx
      .insert(importRules)
      .values({ preset: preset.key, version, book: shipped ? null : book, savedBy: by.id });
    await writeAudit(tx, {
      action: 'import.rules',
      by,
      subject: `import-rules:${preset.key}`,
      before: asLines(before!),
      after: asLines(book),
      detail: { version, shipped },
    });
    return version;
  });
}

/** How many of the newest files are looked at for one of a format. */
const FILES = 100;

/** The newest file of a format that is still here; null for none. */
export async function newestFile(
  db: Connection,
  preset: Preset,
): Promise<Pick<
  typeof imports.$inferSelect,
  'id' | 'fileName' | 'storedAs' | 'encoding' | 'delimiter'
> | null> {
  const rows = await db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      storedAs: imports.storedAs,
      encoding: imports.encoding,
      delimiter: imports.delimiter,
      columns: imports.columns,
    })
    .from(imports)
    .where(and(isNotNull(imports.storedAs), isNotNull(imports.columns)))
    .orderBy(desc(imports.id))
    .limit(FILES);
  const found = rows.find((row) => recognise(row.columns ?? [])?.key === preset.key);
  return found ?? null;
}

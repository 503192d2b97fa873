import { eq } from 'drizzle-orm';
import type { CitedIn } from '@/lib/citation';
import type { ExportArticle } from '@/lib/export/export-event';
import type { Connection, Database } from './client';
import { articles } from './schema';

/** An article of the corpus as it is cited, with its address; null where there is none of this key. */
export async function readArticle(
  db: Database,
  key: string,
): Promise<(CitedIn & { url: string | null }) | null> {
  const { author, title, outlet, publishedText, url } = articles;
  const [row] = await db
    .select({ author, title, outlet, publishedText, url })
    .from(articles)
    .where(eq(articles.key, key));
  return row ?? null;
}

/** Every article as sources are cited through it, by its key. */
export async function readArticles(db: Connection): Promise<ReadonlyMap<string, ExportArticle>> {
  const { key, author, title, outlet, publishedText, licence } = articles;
  const rows = await db.select({ key, author, title, outlet, publishedText, licence }).from(articles);
  return new Map(rows.map((row) => [row.key, row]));
}

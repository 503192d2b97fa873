import { readArticles } from '@/db/articles';
import type { Database } from '@/db/client';
import { listSeries } from '@/db/series';

/** What the form of an indicator can point to: articles and series, each with its key as code. */
export async function indicatorOptions(db: Database) {
  const [articles, series] = await Promise.all([readArticles(db), listSeries(db)]);
  return {
    articles: [...articles.values()]
      .map(({ key, author, title }) => ({ code: key, label: `${author}: ${title}` }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    series: series.map(({ key, title }) => ({ code: key, label: title })),
  };
}

import type { Database } from '@/db/client';
import { readArticles } from '@/db/articles';
import { currentAssessments } from '@/db/assessments';
import { readDataset } from '@/db/dataset';
import { newestEvents } from '@/db/events';
import { readEvents } from '@/db/event-record';
import { briefingOf, type Briefing } from '@/lib/briefing/briefing';
import type { PeriodData } from '@/lib/chart-period';
import { today } from '@/lib/days';
import { env } from '@/lib/env';
import type { Facets } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import { readPeriodChart } from './explore-data';

/** Events that two pages have room for. */
const TOLD = 8;
/** Assessments that two pages have room for. */
const JUDGED = 6;

/** What a brief of the filtered view is made from. */
export async function readBriefing(
  db: Database,
  filters: Filters,
): Promise<{ briefing: Briefing; periods: PeriodData; facets: Facets }> {
  const [{ facets, data }, newest, articles, { changedOn }, assessments] = await Promise.all([
    readPeriodChart(db, filters),
    newestEvents(db, filters, TOLD),
    readArticles(db),
    readDataset(db),
    currentAssessments(db, filters, JUDGED),
  ]);
  const latest = await readEvents(
    db,
    newest.map(({ id }) => id),
  );
  const { MARKING: marking, PUBLIC_URL: publicUrl } = env();
  const briefing = briefingOf({
    filters,
    facets,
    latest,
    articles,
    assessments,
    changedOn,
    marking,
    publicUrl,
    madeOn: today(),
  });
  return { briefing, periods: data, facets };
}

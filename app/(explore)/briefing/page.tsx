import type { Metadata } from 'next';
import { BriefBody } from '@/app/_briefing/brief-body';
import { PrintButton } from '@/app/_briefing/print-button';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { KnownNotice } from '@/app/_filters/known-notice';
import { readBriefing } from '@/app/_http/briefing-data';
import { readRecord } from '@/app/_http/known-record';
import { drawChart } from '@/app/_http/chart-pictures';
import { Link } from '@/app/_ui/link';
import { hrefWith, parseFilters, withFilters } from '@/lib/filters';

export const metadata: Metadata = {
  title: 'Briefing',
  description: 'A filtered view as a brief of two pages, with numbered sources, to print or to download.',
};

/** A filtered view as a brief of two pages. */
export default async function BriefingPage({ searchParams }: PageProps<'/briefing'>) {
  const { filters, problems } = parseFilters(await searchParams);
  const { db, known } = await readRecord(filters);
  const none = new URLSearchParams();
  const [{ briefing }, timeline, period] = await Promise.all([
    readBriefing(db, filters),
    drawChart(db, 'timeline', filters, none),
    drawChart(db, 'period', filters, none),
  ]);
  return (
    <>
      <FilterProblems problems={problems} />
      <KnownNotice known={known} nowHref={hrefWith('/briefing', withFilters(filters, { asOf: null }))} />
      <p className="pw-brief-tools">
        <Link href={hrefWith('/events', filters)}>Change the filters</Link>
        <a href={hrefWith('/briefing/briefing.docx', filters)} download>
          Word document (.docx)
        </a>
        <a href={hrefWith('/briefing/briefing.md', filters)} download>
          Markdown
        </a>
        <PrintButton />
      </p>
      <BriefBody briefing={briefing} pictures={[timeline.picture, period.picture]} />
    </>
  );
}

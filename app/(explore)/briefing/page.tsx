import type { Metadata } from 'next';
import Link from 'next/link';
import { BriefBody } from '@/app/_briefing/brief-body';
import { PrintButton } from '@/app/_briefing/print-button';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { readBriefing } from '@/app/_http/briefing-data';
import { drawChart } from '@/app/_http/chart-pictures';
import { database } from '@/db/client';
import { hrefWith, parseFilters } from '@/lib/filters';

export const metadata: Metadata = {
  title: 'Briefing',
  description: 'A filtered view as a brief of two pages, with numbered sources, to print or to download.',
};

/** A filtered view as a brief of two pages. */
export default async function BriefingPage({ searchParams }: PageProps<'/briefing'>) {
  const { filters, problems } = parseFilters(await searchParams);
  const db = database();
  const none = new URLSearchParams();
  const [{ briefing }, timeline, period] = await Promise.all([
    readBriefing(db, filters),
    drawChart(db, 'timeline', filters, none),
    drawChart(db, 'period', filters, none),
  ]);
  return (
    <>
      <FilterProblems problems={problems} />
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

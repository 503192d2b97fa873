'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { View } from '@/lib/timeline';
import { TimelineLayout, type TimelineData } from '@/lib/timeline-layout';
import { hereWith, hrefTo, linksOf, viewHref } from '@/lib/timeline-links';
import { boundsOf, parseView, spanOf, viewOf } from '@/lib/timeline-view';
import { MonthList } from './month-list';
import { TimelineChart } from './timeline-chart';
import { Toolbar } from './toolbar';
import { useMotion } from './use-motion';
import { ViewStatus } from './view-status';

interface Props {
  data: TimelineData;
  /** The view where the URL names none. */
  view: View;
  /** The filters alone, as a query string. */
  filterQuery: string;
}

/** The timeline in the page: the view is the URL's, and all that changes with it hangs here. */
export function TimelineLive({ data, view: given, filterQuery }: Props) {
  const query = useSearchParams().toString();
  const router = useRouter();
  const layout = useMemo(() => new TimelineLayout(data), [data]);
  const view = parseView(new URLSearchParams(query).get('view')) ?? given;
  const bounds = useMemo(() => boundsOf(data.extent, given), [data.extent, given.from, given.to]);
  const [selecting, setSelecting] = useState(false);
  const motion = useMotion(view, (settled) => window.history.replaceState(null, '', viewHref(window.location.search, settled)));
  const links = useMemo(() => linksOf(query, filterQuery, data.laneBy), [query, filterQuery, data.laneBy]);
  const shown = viewOf(motion.span);
  const filterTo = (days: View): string => hereWith(query, { from: days.from, to: days.to, view: null });

  return (
    <>
      <div className="pw-tl-controls">
        <Toolbar span={motion.span} bounds={bounds} viewHref={links.view} onGo={motion.glide} />
        <SelectDates {...{ selecting, setSelecting }} href={filterTo(shown)} />
      </div>
      <TimelineChart
        {...{ layout, motion, bounds, links, selecting }}
        onSelect={(days) => {
          setSelecting(false);
          router.push(filterTo(days), { scroll: false });
        }}
        onOpen={(href) => router.push(href)}
      />
      <MonthList columns={data.columns} view={view} tableHref={(days) => hrefTo('/events', filterQuery, { ...days })} />
      <ViewStatus {...{ data, view: shown, links }} whole={viewOf(bounds)} span={spanOf(shown)} />
    </>
  );
}

/** Marking dates by a drag, for readers without a Shift key; and the same filter without any drag. */
function SelectDates({ selecting, setSelecting, href }: { selecting: boolean; setSelecting(on: boolean): void; href: string }) {
  return (
    <div className="pw-tl-toolbar">
      <button type="button" className="pw-tl-button pw-tl-needs-script" aria-pressed={selecting} onClick={() => setSelecting(!selecting)}>
        Select dates
      </button>
      <a className="pw-tl-button" href={href}>
        Filter to these dates
      </a>
    </div>
  );
}

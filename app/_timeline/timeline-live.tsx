'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { View } from '@/lib/timeline';
import { TimelineLayout, type TimelineData } from '@/lib/timeline-layout';
import { hereWith, hrefTo, linksOf, viewHref } from '@/lib/timeline-links';
import { boundsOf, parseView, viewOf, viewToText } from '@/lib/timeline-view';
import { GestureHelp } from './gesture-help';
import { LaneChoice } from './lane-choice';
import { MonthList } from './month-list';
import { TimelineChart } from './timeline-chart';
import { TimelineFoot } from './timeline-foot';
import { DateTools, MoveTools } from './toolbar';
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
  const { columns, bands, laneBy, extent, compact } = data;
  const query = useSearchParams().toString();
  const router = useRouter();
  const layout = useMemo(() => new TimelineLayout(data), [data]);
  const view = parseView(new URLSearchParams(query).get('view')) ?? given;
  const bounds = useMemo(() => boundsOf(extent, given), [extent, given]);
  const links = useMemo(() => linksOf(query, filterQuery, laneBy), [query, filterQuery, laneBy]);
  const motion = useMotion(view, (settled) =>
    window.history.replaceState(null, '', viewHref(window.location.search, settled)),
  );
  const [selecting, setSelecting] = useState(false);
  const shown = viewOf(motion.span);
  const filterTo = (days: View): string => hereWith(query, { from: days.from, to: days.to, view: null });

  return (
    <>
      <div className="pw-tl-controls">
        <MoveTools span={motion.span} bounds={bounds} viewHref={links.view} onGo={motion.glide} />
        {!compact && (
          <LaneChoice
            laneBy={laneBy}
            hrefOf={(by) => hereWith(query, { lanes: by === 'pillar' ? null : by })}
          />
        )}
        <DateTools selecting={selecting} onToggle={() => setSelecting(!selecting)} href={filterTo(shown)} />
      </div>
      <TimelineChart
        {...{ layout, motion, bounds, links, selecting }}
        onSelect={(days) => {
          setSelecting(false);
          router.push(filterTo(days), { scroll: false });
        }}
        onOpen={(href) => router.push(href)}
      />
      <MonthList
        columns={columns}
        view={view}
        tableHref={(days) => hrefTo('/events', filterQuery, { ...days })}
      />
      <ViewStatus {...{ columns, links }} view={shown} whole={viewOf(bounds)} />
      {!compact && <GestureHelp />}
      <TimelineFoot
        laneBy={laneBy}
        banded={bands.length > 0}
        tableHref={hrefTo('/events', filterQuery, {})}
        dataHref={hrefTo('/charts/timeline.csv', filterQuery, {})}
        pictureHref={hrefTo('/charts/timeline.svg', filterQuery, { view: viewToText(shown), lanes: laneBy })}
      />
    </>
  );
}

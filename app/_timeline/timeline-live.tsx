'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { View } from '@/lib/timeline';
import type { TimelineData } from '@/lib/timeline-layout';
import { hereWith, hrefTo, linksOf, viewHref } from '@/lib/timeline-links';
import { outsideOf } from '@/lib/timeline-stretches';
import { boundsOf, parseView, spanOf, viewOf } from '@/lib/timeline-view';
import { GestureHelp } from './gesture-help';
import { LaneChoice } from './lane-choice';
import { useMarking } from './marking';
import { NarrowList } from './narrow-list';
import { TimelineChart } from './timeline-chart';
import { TimelineFoot } from './timeline-foot';
import { DateTools, MoveTools } from './toolbar';
import { Outage } from './outage';
import { useMotion } from './use-motion';
import { useStretches } from './use-stretches';
import { useTile } from './use-tile';
import { outsideView, ViewStatus } from './view-status';

interface Props {
  data: TimelineData;
  /** The view where the URL names none. */
  view: View;
  /** The filters alone, as a query string. */
  filterQuery: string;
  /** Where marked dates lead as a filter; '' for this page. */
  filterPath: string;
  /** What lies over it and below, as files of it are told. */
  asked: Record<string, string>;
}

/** The timeline in the page: the view is the URL's, and all that changes with it hangs here. */
export function TimelineLive({ data, view: given, filterQuery, filterPath, asked }: Props) {
  const { columns, laneBy, extent, compact, big } = data;
  const query = useSearchParams().toString();
  const router = useRouter();
  const bounds = useMemo(() => boundsOf(extent, given), [extent, given]);
  const links = useMemo(() => linksOf(query, filterQuery, laneBy), [query, filterQuery, laneBy]);
  const view = parseView(new URLSearchParams(query).get('view')) ?? given;
  const [width, setWidth] = useState<number | null>(null);
  const { layout, stretches, failed, retry } = useStretches(data, view, width, filterQuery);
  useTile(useMarking(), view, filterQuery);
  const motion = useMotion(view, (to) =>
    window.history.replaceState(null, '', viewHref(window.location.search, to)),
  );
  const [selecting, setSelecting] = useState(false);
  const shown = viewOf(motion.span);
  const outside = big ? outsideOf(stretches, spanOf(shown)) : outsideView(columns, shown);
  const filterTo = (days: View): string =>
    filterPath ? hrefTo(filterPath, filterQuery, { ...days }) : hereWith(query, { ...days, view: null });
  const onSelect = (days: View): void => {
    setSelecting(false);
    router.push(filterTo(days), { scroll: false });
  };
  return (
    <>
      <div className="pw-tl-controls">
        <MoveTools span={motion.span} bounds={bounds} viewHref={links.view} onGo={motion.glide} />
        {!compact && <LaneChoice laneBy={laneBy} query={query} />}
        <DateTools selecting={selecting} onToggle={() => setSelecting(!selecting)} href={filterTo(shown)} />
      </div>
      <TimelineChart
        {...{ layout, motion, bounds, links, selecting, onSelect }}
        onWidth={setWidth}
        onOpen={(href) => router.push(href)}
      />
      {failed && <Outage onRetry={retry} />}
      <NarrowList {...{ columns, stretches, view, filterQuery, compact }} />
      <ViewStatus view={shown} outside={outside} whole={viewOf(bounds)} links={links} />
      {!compact && <GestureHelp />}
      <TimelineFoot {...{ data, filterQuery, asked }} view={shown} />
    </>
  );
}

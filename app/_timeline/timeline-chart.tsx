'use client';

import { useId, useMemo } from 'react';
import { viewOf } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';
import { Drawing } from './drawing';
import { EventCard } from './event-card';
import { keysOf } from './keys';
import { LaneLinks } from './lane-links';
import { pointingOf } from './pointing';
import { Ring, Selection } from './selection';
import { useChart, type ChartProps } from './use-chart';

/** The drawing with its links, gestures and keys. Complete as HTML; the browser draws again for its own width. */
export function TimelineChart(props: ChartProps) {
  const chart = useChart(props);
  const { element, scene, items, attention, selected, live, motion, selecting } = chart;
  const ids = useId().replaceAll(/\W/g, '');
  const drawing = useMemo(() => <Drawing scene={scene} ids={ids} />, [scene, ids]);
  const { stops } = attention;
  const links = useMemo(() => <LaneLinks {...{ scene, items, stops, live }} />, [scene, items, stops, live]);
  const active = selected ? null : attention.active;
  return (
    // The links inside have the focus; what they do not handle themselves comes up to the chart.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="pw-tl-chart"
      role="group"
      aria-label={`Timeline, ${viewWords(viewOf(motion.span))}`}
      ref={element}
      // A click makes the chart the one that wheel and keys are for; it is no tab stop.
      tabIndex={-1}
      data-live={live}
      data-selecting={selecting}
      data-pointing={active !== null}
      onKeyDown={keysOf(chart)}
      {...pointingOf(chart)}
    >
      <svg viewBox={`0 0 ${scene.width} ${scene.height}`}>
        {drawing}
        {links}
        {active && <Ring {...active.box} />}
        {selected && <Selection scene={scene} days={selected} />}
      </svg>
      <canvas aria-hidden="true" />
      {active && (
        <EventCard item={active} columns={scene.columns} width={scene.width} attention={attention} />
      )}
    </div>
  );
}

'use client';

import { useEffect, useId, useMemo, useRef } from 'react';
import { viewOf } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';
import { Drawing } from './drawing';
import { EventCard } from './event-card';
import { keysOf } from './keys';
import { LaneLinks } from './lane-links';
import { pointingOf } from './pointing';
import { Ring, Selection } from './selection';
import { StillChart } from './still-chart';
import { useChart, type ChartProps } from './use-chart';
import { useWidth } from './use-width';

interface Props extends ChartProps {
  /** Told the width of the chart in pixels, once it is known. */
  onWidth?(width: number | null): void;
}

/** The drawing with its links. Complete as HTML; the browser draws again, with gestures and keys, for its own width. */
export function TimelineChart({ onWidth, ...props }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useEffect(() => onWidth?.(width), [onWidth, width]);
  return (
    <div className="pw-tl-frame" ref={frame}>
      {width === null ? <StillChart {...props} /> : <LiveChart {...props} width={width} />}
    </div>
  );
}

function LiveChart(props: ChartProps & { width: number }) {
  const chart = useChart(props);
  const { element, scene, items, attention, selected, motion, selecting } = chart;
  const ids = useId().replaceAll(/\W/g, '');
  const drawing = useMemo(() => <Drawing scene={scene} ids={ids} />, [scene, ids]);
  const { stops } = attention;
  const links = useMemo(() => <LaneLinks {...{ scene, items, stops }} />, [scene, items, stops]);
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
      data-live
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

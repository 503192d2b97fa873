import { drawBinLane } from './timeline-bin-lane';
import { stepFor, steps } from './timeline-calendar';
import { PITCH, type Part } from './timeline-lane-drawing';
import type { Lane } from './timeline-lanes';
import { labelsOf } from './timeline-labels';
import {
  plotOf,
  sceneOf,
  TimelineLayout,
  type Layout,
  type LaneScene,
  type Scene,
  type TimelineData,
} from './timeline-layout';
import { MAX_STACK } from './timeline-level';
import { notedDays } from './timeline-notes';
import { scaleOf, type Scale } from './timeline-scale';
import {
  covers,
  edgesOf,
  sameDays,
  type BigRecord,
  type BinStretch,
  type EventStretch,
  type Stretch,
} from './timeline-stretch';
import type { Span } from './timeline';

const COMPACT_STACK = 5;

/** How far the bins of a stretch are from what the scale has room for; events are what a view is best drawn from. */
function distance(stretch: Stretch, scale: Scale): number {
  if (stretch.kind === 'events') return -1;
  const { days } = stepFor(scale.pixelsPerDay, PITCH);
  return Math.abs(Math.log(steps[stretch.step]!.days / days));
}

/** Days of the span that a stretch holds. */
const shared = (stretch: Span, span: Span): number =>
  Math.min(stretch.to, span.to) - Math.max(stretch.from, span.from);

/** The stretch from which a view is drawn: of those that hold all of it the nearest in step, then the one for this very view. */
export function bestOf(stretches: readonly Stretch[], scale: Scale): Stretch {
  const whole = stretches.filter((stretch) => covers(stretch, scale));
  if (whole.length === 0)
    return stretches.reduce((best, one) => (shared(one, scale) > shared(best, scale) ? one : best));
  const exact = (stretch: Stretch): number => Number(!sameDays(stretch.view, scale));
  return whole.reduce((best, one) =>
    distance(one, scale) - distance(best, scale) || exact(one) - exact(best) < 0 ? one : best,
  );
}

/** What is known of the days outside a view, and how; null until the answer for this view is there. */
export function outsideOf(
  stretches: readonly Stretch[],
  view: Span,
): { earlier: number; later: number } | null {
  for (const stretch of stretches) {
    if (sameDays(stretch.view, view)) return stretch;
    if (stretch.kind !== 'events' || !covers(stretch, view)) continue;
    const { start, end } = stretch.columns;
    return {
      earlier: stretch.earlier + end.filter((day) => day < view.from).length,
      later: stretch.later + start.filter((day) => day >= view.to).length,
    };
  }
  return null;
}

const ofEvents = new WeakMap<EventStretch, TimelineLayout>();

/** Draws a record of any size from stretches of it: every view from the best of them, so that none is ever blank. */
export class StretchLayout implements Layout {
  readonly big: BigRecord;
  readonly #lanes: readonly Lane[];

  constructor(
    readonly data: TimelineData & { big: BigRecord },
    readonly stretches: readonly Stretch[],
  ) {
    this.big = data.big;
    this.#lanes = data.big.heads.map((head) => ({ ...head, events: [] }));
  }

  draw(span: Span, width: number, part?: Part): Scene {
    const { left, right } = plotOf(width);
    const scale = scaleOf(span, left, right);
    const best = bestOf(this.stretches, scale);
    return best.kind === 'events'
      ? this.#eventsOf(best).draw(span, width, part)
      : this.#drawBins(best, scale, width);
  }

  #eventsOf(stretch: EventStretch): TimelineLayout {
    const known = ofEvents.get(stretch);
    if (known) return known;
    const layout = new TimelineLayout({ ...this.data, columns: stretch.columns });
    ofEvents.set(stretch, layout);
    return layout;
  }

  #drawBins(stretch: BinStretch, scale: Scale, width: number): Scene {
    const { columns, compact, today } = this.data;
    const step = steps[stretch.step]!;
    const edges = edgesOf(step, stretch, stretch.view);
    const frame = { edges, scale, stack: compact ? COMPACT_STACK : MAX_STACK };
    const noted = notedDays(columns, today, this.big.span);
    return sceneOf(this.data, { columns, noted, step, scale, width }, this.#lanes.length, (top) => {
      let y = top;
      return this.#lanes.map((lane, i): LaneScene => {
        const drawing = drawBinLane(lane, stretch.lanes[i]!, frame, y);
        y += drawing.height;
        return { ...drawing, ...labelsOf(columns, drawing, scale.right) };
      });
    });
  }

  eventBeyond(lane: number, direction: 1 | -1, span: Span | null): number | null {
    const head = this.big.heads[lane];
    // What lies over the lanes is no lane of events.
    if (!head) return null;
    const { first, last } = head;
    if (span === null) return direction === 1 ? last : first;
    const { left, right } = plotOf(1000);
    const best = bestOf(this.stretches, scaleOf(span, left, right));
    const near =
      best.kind === 'events'
        ? this.#eventsOf(best).eventBeyond(lane, direction, span)
        : binBeyond(best, lane, direction, span);
    return near ?? best.beyond[lane]![direction === 1 ? 1 : 0];
  }

  *prepare(): Generator<void> {
    // Counts are ready to be drawn.
  }
}

/** The first day of the next bin beyond a span in which events of a lane begin. */
function binBeyond(stretch: BinStretch, lane: number, direction: 1 | -1, span: Span): number | null {
  const edges = edgesOf(steps[stretch.step]!, stretch, stretch.view);
  const { count, starts } = stretch.lanes[lane]!;
  const days = edges.slice(0, -1).filter((_, bin) => (count[bin] ?? 0) + (starts[bin] ?? 0) > 0);
  if (direction === 1) return days.find((day) => day >= span.to) ?? null;
  return days.findLast((day) => day < Math.floor(span.from)) ?? null;
}

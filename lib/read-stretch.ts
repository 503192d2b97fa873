import { countTouching, laneGroups, type Asked, type LaneGroups } from './lane-groups';
import type { LaneBy, Span } from './timeline';
import { countLanes } from './timeline-bins';
import { steps, type Step } from './timeline-calendar';
import { idsTouching, nextStarts } from './timeline-ids';
import {
  edgesOf,
  FEW_EVENTS,
  stepAcross,
  type BinStretch,
  type EventStretch,
  type LaneHead,
  type StretchRequest,
} from './timeline-stretch';

/** A stretch whose events are still to be read, by their ids. */
export interface UnreadStretch extends Omit<EventStretch, 'columns'> {
  ids: readonly number[];
}

/** Half the view on both sides, as far as there is something. */
function withMargins({ from, to }: Span, record: Span): Span {
  const margin = Math.ceil((to - from) / 2);
  return {
    from: Math.min(from, Math.max(from - margin, record.from)),
    to: Math.max(to, Math.min(to + margin, record.to)),
  };
}

/** A question with its lanes. */
export interface AskedLanes {
  asked: Asked;
  groups: LaneGroups;
  heads: readonly LaneHead[];
  /** Events that pass. */
  total: number;
}

function around({ asked, groups, heads }: AskedLanes, span: Span) {
  const isBefore = ({ first }: LaneHead): boolean => first !== null && first < span.from;
  const isAfter = ({ last }: LaneHead): boolean => last !== null && last >= span.to;
  const earlier = nextStarts(asked, groups, span.from, -1, heads.map(isBefore));
  const later = nextStarts(asked, groups, span.to, 1, heads.map(isAfter));
  return { ...span, beyond: earlier.map((day, lane) => [day, later[lane]!] as const) };
}

function outside({ asked, total }: AskedLanes, view: Span): { view: Span; earlier: number; later: number } {
  const upTo = countTouching(asked, -Infinity, view.to - 1);
  return { view, earlier: upTo - countTouching(asked, view.from, view.to - 1), later: total - upTo };
}

/** The view with its margins where they hold few events, else the view alone where it does, else null. */
function fewSpan(asked: Asked, view: Span, margins: Span): Span | null {
  const isFew = ({ from, to }: Span): boolean => countTouching(asked, from, to - 1) <= FEW_EVENTS;
  if (!isFew(view)) return null;
  return isFew(margins) ? margins : view;
}

function binsOf(lanes: AskedLanes, step: Step, span: Span, view: Span): BinStretch {
  return {
    kind: 'bins',
    step: steps.indexOf(step),
    ...outside(lanes, view),
    ...around(lanes, span),
    ...countLanes(lanes.asked, lanes.groups, step, edgesOf(step, span, view)),
  };
}

/** All that can be reached, as counts. */
export function wholeOf(lanes: AskedLanes, { view, bins }: StretchRequest): BinStretch {
  return binsOf(lanes, stepAcross(view, bins), view, view);
}

/** From the first start to the last of all lanes; null where they are empty. */
function recordOf(heads: readonly LaneHead[]): Span | null {
  const days = heads.flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last]));
  return days.length === 0 ? null : { from: Math.min(...days), to: Math.max(...days) + 1 };
}

/** What a view shows, with margins: single events where they are few enough to be sent, else counts. */
export function stretchOf(lanes: AskedLanes, { view, bins }: StretchRequest): BinStretch | UnreadStretch {
  const { asked, heads } = lanes;
  const margins = withMargins(view, recordOf(heads) ?? view);
  const few = fewSpan(asked, view, margins);
  if (few !== null)
    return {
      kind: 'events',
      ...outside(lanes, few),
      ...around(lanes, few),
      ids: idsTouching(asked, few.from, few.to - 1),
    };
  const step = stepAcross(view, bins);
  const span = {
    from: Math.min(step.start(step.bin(margins.from)), view.from),
    to: Math.max(step.start(step.bin(margins.to - 1) + 1), view.to),
  };
  return binsOf(lanes, step, span, view);
}

/** The lanes of a question with their totals and ends. */
export function lanesAsked(asked: Asked, by: LaneBy): AskedLanes {
  const groups = laneGroups(asked, by);
  const hopes = groups.names.map(({ total }) => total > 0);
  const firsts = nextStarts(asked, groups, -Infinity, 1, hopes);
  const lasts = nextStarts(asked, groups, Infinity, -1, hopes);
  return {
    asked,
    groups,
    heads: groups.names.map((name, lane) => ({ ...name, first: firsts[lane]!, last: lasts[lane]! })),
    total: groups.total,
  };
}

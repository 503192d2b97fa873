import { noteWords } from '@/lib/annotations/note-words';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { overTags, type Laid } from '@/lib/over-layer';
import type { Overlay } from '@/lib/overlay';
import { overLines, overWords } from '@/lib/over-words';
import { fitted } from '@/lib/timeline-text';

const SIZE = 12;
/** The room that names take above the plot of a picture, in pixels. */
export const FLAGS = 18;

interface Props {
  over: readonly Laid[];
  kind: Overlay['kind'];
  /** Of the plot, in pixels. */
  width: number;
  /** How far above the plot the names stand. */
  above: number;
}

/** The names of what lies over a chart, for a picture file: as much of each as there is room for. */
export function OverFlags({ over, kind, width, above }: Props) {
  return overTags(over, kind).map(({ from, room, label, marks }) => (
    <g key={from}>
      <title>{overLines(marks)}</title>
      <text x={from * width + 3} y={-above} fontSize={SIZE} fill="#0b0c0c">
        {fitted(label, room * width - 8, SIZE)}
      </text>
      <line x1={from * width} x2={from * width} y1={-above - SIZE + 2} y2={0} stroke="#6b6d6e" />
    </g>
  ));
}

/** The definitions of what lies over a chart, each of the ways once: at most two of many. */
function definitionsOf(over: readonly Laid[]): string {
  const marks = over.flatMap((one) => one.marks);
  const told = marks.slice(0, 2).map(overWords).join(' ');
  return marks.length > 2 ? `${told} The others are in the chart’s data.` : told;
}

/** What a picture's note says: what is to be known of the picture itself, then what lies over it, its notes, and what stands below. */
export const pictureNote = (
  says: readonly (string | false)[],
  { over, notes, below }: { over: readonly Laid[]; notes: readonly ChartNote[]; below?: string },
): string =>
  [
    ...says,
    definitionsOf(over),
    ...notes.map(({ number, annotation }) => `(${number}) ${noteWords(annotation)}.`),
    below,
  ]
    .filter(Boolean)
    .join(' ');

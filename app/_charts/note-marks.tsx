import type { Annotation } from '@/lib/annotations/annotation';
import { noteWords } from '@/lib/annotations/note-words';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import type { Plot } from './plot';

const INK = '#0b0c0c';
const RADIUS = 8;
/** Numbers stand in so many rows, one after the other, so that neighbours do not hide each other. */
const ROWS = 3;

/** The numbers of the notes over their days. */
export function NoteMarks({ notes, plot }: { notes: readonly ChartNote[]; plot: Plot }) {
  return notes.map(({ number, from, to, annotation }) => {
    const x = plot.along((from + to) / 2);
    const y = RADIUS + 4 + ((number - 1) % ROWS) * (2 * RADIUS + 2);
    return (
      <g key={number} className="pw-note-mark">
        <title>{noteWords(annotation)}</title>
        <line x1={plot.along(from)} x2={plot.along(to)} y1={y} y2={y} stroke={INK} strokeWidth={2} />
        <line x1={x} x2={x} y1={y} y2={plot.height} stroke={INK} strokeDasharray="1 4" />
        <circle cx={x} cy={y} r={RADIUS} fill="#fff" stroke={INK} strokeWidth={1.5} />
        <text
          className="pw-axis"
          x={x}
          y={y + 4}
          textAnchor="middle"
          fontSize={11}
          fontWeight={700}
          fill={INK}
        >
          {number}
        </text>
      </g>
    );
  });
}

/** The text of the notes, by their numbers, beneath the chart. */
export function NoteList({ notes }: { notes: readonly { number: number; annotation: Annotation }[] }) {
  if (notes.length === 0) return null;
  return (
    <ol className="pw-notes" aria-label="Notes on the chart">
      {notes.map(({ number, annotation }) => (
        <li key={number}>{noteWords(annotation)}</li>
      ))}
    </ol>
  );
}

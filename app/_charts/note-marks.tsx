import { daysInWords } from '@/lib/annotations/annotation';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { placeName } from '@/lib/places';
import { labelOf, pillarTerms } from '@/lib/vocabulary';
import type { Plot } from './plot';

const INK = '#0b0c0c';
const RADIUS = 8;
/** Numbers stand in so many rows, one after the other, so that neighbours do not hide each other. */
const ROWS = 3;

/** The numbers of the notes over their days. */
export function NoteMarks({ notes, plot }: { notes: readonly ChartNote[]; plot: Plot }) {
  return notes.map(({ number, from, to }) => {
    const x = plot.along((from + to) / 2);
    const y = RADIUS + 4 + ((number - 1) % ROWS) * (2 * RADIUS + 2);
    return (
      <g key={number} className="pw-note-mark" pointerEvents="none">
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

/** A note in one line: "23 March 2020, England: first stay-at-home order". */
export function noteWords({ annotation }: ChartNote): string {
  const { place, pillar, text } = annotation;
  const of = [
    daysInWords(annotation),
    place && placeName(place),
    pillar && labelOf(pillarTerms, pillar),
  ].filter(Boolean);
  return `${of.join(', ')}: ${text}`;
}

/** The text of the notes, by their numbers, beneath the chart. */
export function NoteList({ notes }: { notes: readonly ChartNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ol className="pw-notes" aria-label="Notes on the chart">
      {notes.map((note) => (
        <li key={note.number}>{noteWords(note)}</li>
      ))}
    </ol>
  );
}

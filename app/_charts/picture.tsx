import type { ReactNode } from 'react';
import { inRows, wrapped } from '@/lib/chart-text';
import { textWidth } from '@/lib/timeline-text';

/** A sign of the key, drawn on 20 by 14, and what it stands for. */
export interface PictureKey {
  label: string;
  sign: ReactNode;
}

/** A drawing with the words that it needs wherever it goes. */
export interface ChartPicture {
  title: string;
  subtitle: string;
  keys: readonly PictureKey[];
  width: number;
  height: number;
  drawing: ReactNode;
  /** What must be known to read it rightly. */
  note?: string;
}

interface Props {
  picture: ChartPicture;
  /** The protective marking, which goes wherever the data goes. */
  marking: string;
  /** Filters, source and the day of the data: a paragraph each. */
  foot: readonly string[];
}

const PAD = 24;
const INK = '#0b0c0c';
const QUIET = '#484949';
const KEY = { size: 14, row: 22, sign: 26, gap: 18 };

interface Block {
  size: number;
  bold?: boolean;
  fill: string;
  lines: string[];
}

const heightOf = ({ lines, size }: Block): number => lines.length * size * 1.35;

function Lines({ block, y }: { block: Block; y: number }) {
  return block.lines.map((line, i) => (
    <text
      key={i}
      x={PAD}
      y={y + block.size * (1 + i * 1.35)}
      fontSize={block.size}
      fontWeight={block.bold ? 700 : undefined}
      fill={block.fill}
    >
      {line}
    </text>
  ));
}

function Keys({
  keys,
  places,
  y,
}: {
  keys: readonly PictureKey[];
  places: readonly { x: number; row: number }[];
  y: number;
}) {
  return keys.map(({ label, sign }, i) => (
    <g key={label} transform={`translate(${PAD + places[i]!.x} ${y + places[i]!.row * KEY.row})`}>
      <g>{sign}</g>
      <text x={KEY.sign} y={12} fontSize={KEY.size} fill={INK}>
        {label}
      </text>
    </g>
  ));
}

/** A chart that stands alone, on a slide or in a document: marking, finding, measure, key, drawing, filters and source. */
export function Picture({ picture, marking, foot }: Props) {
  const { title, subtitle, keys, width, height, drawing, note } = picture;
  const block = (text: string, size: number, fill: string, bold = false): Block => ({
    size,
    fill,
    bold,
    lines: wrapped(text, width, size, bold),
  });
  const [heading, measure] = [block(title, 24, INK, true), block(subtitle, 16, QUIET)];
  const notes: Block = {
    size: 13,
    fill: QUIET,
    lines: [note ?? '', ...foot].flatMap((text) => wrapped(text, width, 13)),
  };
  const { places, rows } = inRows(
    keys.map(({ label }) => KEY.sign + textWidth(label, KEY.size)),
    width,
    KEY.gap,
  );
  const top = {
    heading: 34,
    measure: 34 + heightOf(heading),
    keys: 48 + heightOf(heading) + heightOf(measure),
  };
  const drawn = top.keys + rows * KEY.row + 14;
  const size = { width: width + 2 * PAD, height: Math.ceil(drawn + height + 16 + heightOf(notes) + PAD) };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size.width} ${size.height}`}
      {...size}
      role="img"
      fontFamily="arial, helvetica, sans-serif"
    >
      <title>{title}</title>
      <desc>{[subtitle, ...notes.lines].join(' ')}</desc>
      <rect width={size.width} height={size.height} fill="#fff" />
      <text x={size.width / 2} y={22} textAnchor="middle" fontSize="14" fontWeight="700" fill={INK}>
        {marking}
      </text>
      <Lines block={heading} y={top.heading} />
      <Lines block={measure} y={top.measure} />
      <Keys keys={keys} places={places} y={top.keys} />
      <g transform={`translate(${PAD} ${drawn})`}>{drawing}</g>
      <line x1={PAD} x2={PAD + width} y1={drawn + height + 8.5} y2={drawn + height + 8.5} stroke="#cecece" />
      <Lines block={notes} y={drawn + height + 16} />
    </svg>
  );
}

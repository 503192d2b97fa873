import { AXIS_TEXT } from '@/lib/chart-axis';
import type { Plot } from './plot';

interface Props {
  plot: Plot;
  /** Pixels from the top of the plot. */
  y: number;
  /** The number that it stands for. */
  label: string;
  /** True for the line on which everything stands. */
  ground: boolean;
}

/** A line across a plot at a round number, with the number left of it. */
export function GridLine({ plot, y, label, ground }: Props) {
  return (
    <g>
      <line
        className="pw-grid"
        x1={0}
        x2={plot.along(1)}
        y1={y}
        y2={y}
        stroke={ground ? '#0b0c0c' : '#d6d8da'}
      />
      <text className="pw-axis" x={-8} y={y + 4} textAnchor="end" fontSize={AXIS_TEXT} fill="#484949">
        {label}
      </text>
    </g>
  );
}

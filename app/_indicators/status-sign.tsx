import { statusInWords } from '@/lib/indicators/status-words';
import type { Reading, Status } from '@/lib/indicators/evaluate';

const INK = '#0b0c0c';
/** Each status has a shape of its own; colour only adds to it. */
const shapes: Record<Status, { path: string; fill: string }> = {
  normal: { path: 'M3 8h10', fill: 'none' },
  raised: { path: 'M8 3l5.5 10h-11z', fill: '#fff' },
  high: { path: 'M8 2l6 11.5H2z', fill: '#a2260c' },
  unknown: { path: 'M3 8h2.5M8 8h2.5M13 8h.5', fill: 'none' },
};

/** The status as a shape alone; the word always stands beside it. */
export function StatusShape({ status, down }: { status: Status; down: boolean }) {
  const { path, fill } = shapes[status];
  return (
    <svg
      className="pw-status__shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={path}
        fill={fill}
        stroke={status === 'unknown' ? '#6b6d6e' : INK}
        strokeWidth="2"
        transform={down ? 'rotate(180 8 8)' : undefined}
      />
    </svg>
  );
}

/** What an indicator says: shape and word. */
export function StatusSign({ reading }: { reading: Reading }) {
  return (
    <span className={`pw-status pw-status--${reading.status}`}>
      <StatusShape status={reading.status} down={reading.side < 0} /> {statusInWords(reading)}
    </span>
  );
}

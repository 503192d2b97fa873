import { SignShape } from '@/app/_ui/sign-shape';
import { statusInWords } from '@/lib/indicators/status-words';
import type { Reading, Status } from '@/lib/indicators/evaluate';

/** Each status has a shape of its own; colour only adds to it. */
const shapes: Record<Status, { d: string; fill: string }> = {
  normal: { d: 'M3 8h10', fill: 'none' },
  raised: { d: 'M8 3l5.5 10h-11z', fill: '#fff' },
  high: { d: 'M8 2l6 11.5H2z', fill: '#a2260c' },
  unknown: { d: 'M3 8h2.5M8 8h2.5M13 8h.5', fill: 'none' },
};

/** The status as a shape alone; the word always stands beside it. */
export function StatusShape({ status, down }: { status: Status; down: boolean }) {
  return (
    <SignShape
      {...shapes[status]}
      {...(status === 'unknown' && { stroke: '#6b6d6e' })}
      transform={down ? 'rotate(180 8 8)' : undefined}
    />
  );
}

/** What an indicator says: shape and word. */
export function StatusSign({ reading }: { reading: Pick<Reading, 'status' | 'side'> }) {
  return (
    <span className={`pw-status pw-status--${reading.status}`}>
      <StatusShape status={reading.status} down={reading.side < 0} /> {statusInWords(reading)}
    </span>
  );
}

import { Still } from '@/app/_ui/still';
import { Bars, NoBars, type BarRow } from './bar-list';

/** A list of bars that never changes by itself. */
export function StillBars({ rows }: { rows: readonly BarRow[] }) {
  if (rows.length === 0) return <NoBars />;
  return (
    <Still as="ul" className="pw-bars">
      <Bars rows={rows} />
    </Still>
  );
}

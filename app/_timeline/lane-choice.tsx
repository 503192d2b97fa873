import Link from 'next/link';
import { hereWith } from '@/lib/timeline-links';
import { laneBys, type LaneBy } from '@/lib/timeline';

const labels: Record<LaneBy, string> = { pillar: 'Pillar', type: 'Type', region: 'Place' };

/** By what the lanes are told apart, as links. */
export function LaneChoice({ laneBy, filterQuery }: { laneBy: LaneBy; filterQuery: string }) {
  return (
    <nav className="pw-tl-lanes" aria-label="Lanes">
      <span aria-hidden="true">Lanes:</span>
      {laneBys.map((by) => (
        <Link key={by} href={hereWith(filterQuery, { lanes: by === 'pillar' ? null : by })} aria-current={by === laneBy ? 'true' : undefined} scroll={false} prefetch={false}>
          {labels[by]}
        </Link>
      ))}
    </nav>
  );
}

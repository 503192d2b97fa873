import { Link } from '@/app/_ui/link';
import { laneBys, type LaneBy } from '@/lib/timeline';
import { hereWith } from '@/lib/timeline-links';

const labels: Record<LaneBy, string> = { pillar: 'Pillar', type: 'Type', region: 'Place' };

/** By what the lanes are told apart, as links to the same view. */
export function LaneChoice({ laneBy, query }: { laneBy: LaneBy; query: string }) {
  return (
    <nav className="pw-tl-lanes" aria-label="Lanes">
      <span aria-hidden="true">Lanes:</span>
      {laneBys.map((by) => (
        <Link
          key={by}
          className="govuk-link"
          href={hereWith(query, { lanes: by === 'pillar' ? null : by })}
          aria-current={by === laneBy ? 'true' : undefined}
          scroll={false}
        >
          {labels[by]}
        </Link>
      ))}
    </nav>
  );
}

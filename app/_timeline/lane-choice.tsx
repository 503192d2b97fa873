import Link from 'next/link';
import { laneBys, type LaneBy } from '@/lib/timeline';

const labels: Record<LaneBy, string> = { pillar: 'Pillar', type: 'Type', region: 'Place' };

/** By what the lanes are told apart, as links to the same view. */
export function LaneChoice({ laneBy, hrefOf }: { laneBy: LaneBy; hrefOf(by: LaneBy): string }) {
  return (
    <nav className="pw-tl-lanes" aria-label="Lanes">
      <span aria-hidden="true">Lanes:</span>
      {laneBys.map((by) => (
        <Link
          key={by}
          className="govuk-link"
          href={hrefOf(by)}
          aria-current={by === laneBy ? 'true' : undefined}
          scroll={false}
          prefetch={false}
        >
          {labels[by]}
        </Link>
      ))}
    </nav>
  );
}

import { pillarTerm, type Pillar } from '@/lib/vocabulary';
import { PillarMark } from './pillar-mark';

/** The pillars of one event, by name and shape. */
export function PillarTags({ pillars }: { pillars: readonly Pillar[] }) {
  return (
    <ul className="pw-tags">
      {pillars.map((pillar) => (
        <li key={pillar} className="pw-tag">
          <PillarMark pillar={pillar} />
          {pillarTerm(pillar).label}
        </li>
      ))}
    </ul>
  );
}

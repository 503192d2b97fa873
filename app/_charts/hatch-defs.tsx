import { pillarTerms } from '@/lib/vocabulary';

/** The hatch of what only a report dates, one a pillar: paint with `url(#hatch-<pillar>-<id>)`. */
export function HatchDefs({ id }: { id: string }) {
  return (
    <defs>
      {pillarTerms.map(({ code, colour }) => (
        <pattern
          key={code}
          id={`hatch-${code}-${id}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill="#fff" />
          <rect width="2.4" height="5" fill={colour} />
        </pattern>
      ))}
    </defs>
  );
}

export const hatchOf = (pillar: string, id: string): string => `url(#hatch-${pillar}-${id})`;

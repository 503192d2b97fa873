import { pillarTerms } from '@/lib/vocabulary';

/** The paint of what only a report dates, in the drawing with these ids. */
export const hatchOf = (pillar: number, ids: string): string =>
  `url(#${ids}-hatch-${pillarTerms[pillar]!.code})`;

/**
 * The hatches that hatchOf names, one a pillar, or those of one alone; neighbours in a stack lean to opposite sides, for print
 * in grey.
 */
export function HatchDefs({ ids, only }: { ids: string; only?: number }) {
  return (
    <defs>
      {pillarTerms.map(
        ({ code, colour }, p) =>
          (only === undefined || only === p) && (
            <pattern
              key={code}
              id={`${ids}-hatch-${code}`}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform={`rotate(${p % 2 === 0 ? 45 : -45})`}
            >
              <rect className="pw-paper" width="5" height="5" fill="#fff" />
              <rect className={`pw-ink--${code}`} width="2.2" height="5" fill={colour} />
            </pattern>
          ),
      )}
    </defs>
  );
}

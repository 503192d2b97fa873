import type { ReactNode } from 'react';
import { SeriesMark } from './series-mark';
import { pillarTerms } from '@/lib/vocabulary';

interface Props {
  marking: string;
  title: string;
  subtitle: string;
  /** Filters, source and the day of the data, one line each. */
  foot: readonly string[];
  width: number;
  height: number;
  legend: boolean;
  children: ReactNode;
}

const PAD = 20;
const HEAD = 78;
const LEGEND = 26;
const LINE = 16;

/** A chart that stands alone, on a slide or in a document: marking, title, measure, key, drawing, filters and source. */
export function Picture({ marking, title, subtitle, foot, width, height, legend, children }: Props) {
  const top = HEAD + (legend ? LEGEND : 0);
  const full = { width: width + 2 * PAD, height: top + height + 24 + foot.length * LINE };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${full.width} ${full.height}`}
      {...full}
      role="img"
      fontFamily="arial, helvetica, sans-serif"
    >
      <title>{title}</title>
      <desc>{[subtitle, ...foot].join('. ')}</desc>
      <rect width={full.width} height={full.height} fill="#fff" />
      <text x={full.width / 2} y={16} textAnchor="middle" fontSize="12" fontWeight="700">
        {marking}
      </text>
      <text x={PAD} y={44} fontSize="22" fontWeight="700" fill="#0b0c0c">
        {title}
      </text>
      <text x={PAD} y={66} fontSize="14" fill="#484949">
        {subtitle}
      </text>
      {legend && (
        <g transform={`translate(${PAD} ${HEAD})`}>
          {pillarTerms.map((term, i) => (
            <g key={term.code} transform={`translate(${i * 96} 0)`}>
              <SeriesMark pillar={term.code} x={7} y={7} r={6} />
              <text x={20} y={12} fontSize="13" fill="#0b0c0c">
                {term.label}
              </text>
            </g>
          ))}
          <text x={4 * 96 + 8} y={12} fontSize="13" fill="#484949">
            Hatched or hollow: dated only by report
          </text>
        </g>
      )}
      <g transform={`translate(${PAD} ${top})`}>{children}</g>
      {foot.map((line, i) => (
        <text key={line} x={PAD} y={top + height + 26 + i * LINE} fontSize="12" fill="#484949">
          {line}
        </text>
      ))}
    </svg>
  );
}

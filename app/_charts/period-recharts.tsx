'use client';

import { useRouter } from 'next/navigation';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from 'recharts';
import { countTicks } from '@/lib/chart-axis';
import { heightOf, type PeriodColumn } from '@/lib/chart-period';
import { countOf } from '@/lib/count-words';
import { pillarTerms } from '@/lib/vocabulary';
import { HatchDefs, hatchOf } from './hatch-defs';
import { PERIOD_HEIGHT, type PeriodChartProps } from './period-chart';

const ID = 'live';
const tick = { fontSize: 12, fill: '#484949' };

function Card({ active, payload }: Pick<TooltipContentProps, 'active' | 'payload'>) {
  const column = payload?.[0]?.payload as PeriodColumn | undefined;
  if (!active || !column) return null;
  return (
    <div className="pw-card">
      <p className="pw-card__title">{column.title}</p>
      <p>
        {countOf(column.total, 'event')}
        {column.reported > 0 && `, ${column.reported} by report only`}
      </p>
      <ul>
        {pillarTerms.map((term, p) => {
          const { dated, reported } = column.pillars[p]!;
          return (
            dated + reported > 0 && (
              <li key={term.code}>
                {term.label}: {dated + reported}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** The same chart by recharts: a card for each column by mouse and by arrow keys, and a click filters to its dates. */
export function PeriodRecharts({ data, hrefs }: PeriodChartProps) {
  const router = useRouter();
  const ticks = countTicks(Math.max(0, ...data.columns.map(heightOf)));
  const open = (index: number) => router.push(hrefs[index]!);
  return (
    <ResponsiveContainer width="100%" height={PERIOD_HEIGHT}>
      <BarChart
        data={data.columns}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="14%"
        accessibilityLayer
        title="Events by period and pillar"
      >
        <HatchDefs id={ID} />
        <CartesianGrid vertical={false} stroke="#d6d6d6" />
        <XAxis
          dataKey="label"
          tick={tick}
          tickLine={false}
          minTickGap={12}
          axisLine={{ stroke: '#0b0c0c' }}
          height={24}
        />
        <YAxis
          ticks={ticks}
          domain={[0, ticks.at(-1)!]}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={34}
        />
        <Tooltip content={Card} cursor={{ fill: '#f3f2f1' }} isAnimationActive={false} />
        {pillarTerms.flatMap(({ code, colour, label }, p) =>
          (['dated', 'reported'] as const).map((kind) => (
            <Bar
              key={code + kind}
              stackId="all"
              name={label}
              dataKey={(column: PeriodColumn) => column.pillars[p]![kind]}
              fill={kind === 'dated' ? colour : hatchOf(code, ID)}
              stroke={colour}
              strokeWidth={0.75}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_bar, index) => open(index)}
            />
          )),
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

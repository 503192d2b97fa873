import type { PeriodData } from '../chart-period';
import { countOf } from '../numbers';
import { pillarTerms } from '../vocabulary';
import { PILLAR_NOTE, type Briefing } from './briefing';

/** Text as Markdown shows it: the signs that would begin something are written after a backslash (CommonMark, 2.4). */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~&]|^[-+]|^\d+(?=[.)])/g, (sign) => `\\${sign}`);
}

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => plain(String(cell))).join(' | ')} |`;

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [
    row(header),
    `| ${header.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows.map(row),
  ].join('\n');
}

/** Events by period and pillar, as a table for forms that have no drawing. */
export function periodRows({ columns }: PeriodData): (string | number)[][] {
  return columns.map(({ title, total, pillars }) => [
    title,
    total,
    ...pillars.map(({ dated, reported }) => dated + reported),
  ]);
}

export const periodHeader = ['Period', 'Events', ...pillarTerms.map(({ label }) => label)];

/** The brief as Markdown (CommonMark with tables), with tables of numbers in the place of the drawings. */
export function briefingMarkdown(briefing: Briefing, periods: PeriodData): string {
  const { title, sentence, marking, events, sources, more } = briefing;
  const told = events.flatMap((event) => [
    `- **${plain(event.date)}: ${plain(event.title)}** (${plain(event.place)}; ${event.pillars}; ${event.confidence}). ${plain(event.summary)} ${event.sources.map((n) => `\\[${n}\\]`).join(' ')}`,
  ]);
  const blocks = [
    `**${plain(marking)}**`,
    `# ${plain(title)}`,
    plain(sentence),
    `## By pillar`,
    table(
      ['Pillar', 'Events'],
      briefing.pillars.map(({ label, count }) => [label, count]),
    ),
    PILLAR_NOTE,
    ...(periods.columns.length > 0 ? ['## By period', table(periodHeader, periodRows(periods))] : []),
    ...(briefing.assessments.length > 0
      ? [
          '## Assessments',
          briefing.assessments
            .map(({ of, word, reason }) => `- **${plain(of)}: ${word.toLowerCase()}.** ${plain(reason)}`)
            .join('\n'),
        ]
      : []),
    ...(events.length > 0 ? ['## Latest events', told.join('\n')] : []),
    ...(more > 0 ? [`${countOf(more, 'more event')}: <${briefing.address}>`] : []),
    ...(sources.length > 0
      ? ['## Sources', sources.map((source, i) => `${i + 1}. ${plain(source)}`).join('\n')]
      : []),
    `${plain(briefing.filters)}. ${plain(briefing.state)}. Pillarwatch, <${briefing.address}>, ${briefing.madeOn}.`,
    `**${plain(marking)}**`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

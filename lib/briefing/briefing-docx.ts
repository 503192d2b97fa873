import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { PeriodData } from '../chart-period';
import { countOf } from '../numbers';
import { NOT_XML } from '../export/xml';
import { PILLAR_NOTE, type Briefing } from './briefing';
import { periodHeader, periodRows } from './briefing-markdown';

/** A4 and its margins, in twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 },
};

const run = (text: string, more: { bold?: boolean; size?: number } = {}): TextRun =>
  new TextRun({ text: text.replaceAll(NOT_XML, '\uFFFD'), ...more });
const paragraph = (...children: TextRun[]): Paragraph => new Paragraph({ children, spacing: { after: 100 } });
const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    children: [run(text)],
    spacing: { before: 160, after: 60 },
  });

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): Table {
  const cells = (row: readonly (string | number)[], bold: boolean): TableCell[] =>
    row.map(
      (cell, i) =>
        new TableCell({
          children: [
            new Paragraph({
              alignment: i === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
              children: [run(String(cell), { bold, size: 18 })],
            }),
          ],
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: cells(header, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

/** The marking at the head and foot of every page, as marked documents have it. */
function frame(marking: string) {
  const mark = (...more: TextRun[]): Paragraph =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [run(marking, { bold: true }), ...more] });
  const page = new TextRun({ children: ['   ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return {
    headers: { default: new Header({ children: [mark()] }) },
    footers: { default: new Footer({ children: [mark(page)] }) },
  };
}

function judged({ assessments }: Briefing): Paragraph[] {
  if (assessments.length === 0) return [];
  return [
    heading('Assessments'),
    ...assessments.map(({ of, word, reason }) =>
      paragraph(run(`${of}: ${word.toLowerCase()}. `, { bold: true }), run(reason)),
    ),
  ];
}

function events({ events: told, more, address }: Briefing): Paragraph[] {
  if (told.length === 0) return [];
  return [
    heading('Latest events'),
    ...told.map((event) =>
      paragraph(
        run(`${event.date}: ${event.title}`, { bold: true }),
        run(` (${event.place}; ${event.pillars}; ${event.confidence}). ${event.summary} `),
        run(event.sources.map((n) => `[${n}]`).join(' ')),
      ),
    ),
    ...(more > 0 ? [paragraph(run(`${countOf(more, 'more event')}: ${address}`))] : []),
  ];
}

function sources({ sources: cited }: Briefing): Paragraph[] {
  if (cited.length === 0) return [];
  return [heading('Sources'), ...cited.map((text, i) => paragraph(run(`[${i + 1}] ${text}`, { size: 18 })))];
}

/** The brief as a Word document, with tables of numbers in the place of the drawings. */
export async function briefingDocx(briefing: Briefing, periods: PeriodData): Promise<Uint8Array> {
  const { title, sentence, marking } = briefing;
  const end = `${briefing.filters}. ${briefing.state}. Pillarwatch, ${briefing.address}, ${briefing.madeOn}.`;
  const document = new Document({
    title,
    creator: 'Pillarwatch',
    keywords: marking,
    styles: { default: { document: { run: { font: 'Arial', size: 20 } } } },
    sections: [
      {
        properties: { page: PAGE },
        ...frame(marking),
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }),
          paragraph(run(sentence)),
          heading('By pillar'),
          table(
            ['Pillar', 'Events'],
            briefing.pillars.map(({ label, count }) => [label, count]),
          ),
          paragraph(run(PILLAR_NOTE, { size: 18 })),
          ...(periods.columns.length > 0
            ? [heading('By period'), table(periodHeader, periodRows(periods))]
            : []),
          ...judged(briefing),
          ...events(briefing),
          ...sources(briefing),
          paragraph(run(end, { size: 18 })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

import { spanProblem, type DateSpan } from '@/lib/date-words';
import { firstOfMonth, lastOfMonth } from '@/lib/days';
import { cell, readDate, readParts, weekOf } from './cells';
import type { Mapping } from './mapping';
import { problemIn, type Found } from './outcome';

type Cells = Record<string, string>;

const wholeMonths = ({ startsOn, endsOn }: DateSpan): DateSpan => ({
  startsOn: firstOfMonth(startsOn),
  endsOn: lastOfMonth(endsOn),
  precision: 'month',
});

/** Some time within these days: in the word for whole years, for whole months, or for a part of a month; else wider. */
function within(span: DateSpan): DateSpan {
  const words = (['year', 'month', 'part_of_month'] as const).map((precision) => ({ ...span, precision }));
  // Some time within more than a month has no word of its own: whole months hold it.
  return words.find((one) => spanProblem(one) === null) ?? wholeMonths(span);
}

/** A date that its precision column says is less sharp than it is written. */
function blurred(span: DateSpan, precision: string): DateSpan {
  const { startsOn, endsOn } = span;
  if (precision === 'week') return weekOf(startsOn);
  if (precision === 'part_of_month') return within(span);
  if (precision === 'month' || precision === 'quarter') return wholeMonths(span);
  if (precision === 'year')
    return { startsOn: `${startsOn.slice(0, 4)}-01-01`, endsOn: `${endsOn.slice(0, 4)}-12-31`, precision };
  if (precision === 'reported') return { startsOn: endsOn, endsOn, precision };
  return span;
}

/** The span at the sharpness that the row's own code gives it; a code that nobody has explained is not guessed at. */
function sharpened(cells: Cells, span: DateSpan, { date }: Mapping): Found<DateSpan> {
  if (date.kind !== 'day' || !date.precision) return { value: span };
  const { column, values } = date.precision;
  const told = cell(cells, column);
  if (told !== '') {
    if (!Object.hasOwn(values, told))
      return problemIn(cells, column, 'It is no code of precision that is known');
    return { value: blurred(span, values[told]!) };
  }
  return { value: span.precision === 'day' && span.startsOn !== span.endsOn ? within(span) : span };
}

/** When it happened, as far as the row says; or what is wrong with the cell that should say so. */
export function dateOf(cells: Cells, mapping: Mapping): Found<DateSpan> {
  const { date, unknown } = mapping;
  if (date.kind === 'parts') {
    const span = readParts(cell(cells, date.year), cell(cells, date.month), cell(cells, date.day));
    return span ? { value: span } : problemIn(cells, date.year, 'Year, month and day are no date');
  }
  const order = date.kind === 'day' ? date.order : 'dmy';
  const first = readDate(cell(cells, date.column), order);
  if (!first) {
    const reason = cell(cells, date.column) ? 'It is no date that can be read' : 'There is no date';
    return problemIn(cells, date.column, reason);
  }
  if (date.kind === 'words') return { value: first };
  const endText = cell(cells, date.end);
  const last = endText === '' || unknown.includes(endText) ? first : readDate(endText, order);
  if (!last) return problemIn(cells, date.end, 'It is no date that can be read');
  if (last.endsOn < first.startsOn) return problemIn(cells, date.end, 'The end lies before the start');
  const sharp = first.precision === last.precision ? first.precision : 'day';
  const span = { startsOn: first.startsOn, endsOn: last.endsOn, precision: sharp };
  const found = sharpened(cells, span, mapping);
  if ('problem' in found || spanProblem(found.value) === null) return found;
  return { value: wholeMonths(span) };
}

import { sourceCitation } from '../citation';
import { formatDateSpan, type DateSpan } from '../date-words';
import type { Day } from '../days';
import { labelOf, pillarTerms } from '../vocabulary';
import { eventsWith, type EventWriter, type ExportContext, type ExportEvent } from './export-event';
import { eventUrl, fileCitation } from './file-words';
import { xmlText } from './xml';

const date = (day: Day) => {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return { year, month, day: dayOfMonth };
};

const span = ({ startsOn, endsOn }: Pick<DateSpan, 'startsOn' | 'endsOn'>) => ({
  start_date: date(startsOn),
  ...(endsOn !== startsOn && { end_date: date(endsOn) }),
});

function slide(event: ExportEvent, context: ExportContext) {
  const sources = event.sources.map((source) =>
    xmlText(sourceCitation(source, context.articles.get(source.article ?? '') ?? null)),
  );
  const link = `<a href="${xmlText(eventUrl(context, event.slug))}">Pillarwatch</a>, ${xmlText(event.marking)}`;
  return {
    unique_id: event.slug,
    ...span(event),
    display_date: formatDateSpan(event),
    // TimelineJS shows these as HTML.
    text: {
      headline: xmlText(event.title),
      text: `<p>${xmlText(event.summary)}</p><p>${sources.join('<br>')}</p><p>${link}</p>`,
    },
    // TimelineJS has one group a slide.
    group: event.pillars.map((pillar) => labelOf(pillarTerms, pillar)).join(', '),
  };
}

/** JSON for TimelineJS 3 (timeline.knightlab.com): a slide an event, with the lockdowns of the same places as eras. */
export const writeTimelinejs: EventWriter = async function* (events, context) {
  const title = {
    headline: 'Pillarwatch',
    text: `<p>${xmlText(context.marking)}</p><p>${xmlText(fileCitation(context))}</p>`,
  };
  const eras = context.lockdowns.map((band) => ({
    start_date: date(band.startsOn),
    end_date: date(band.endsOn),
    text: { headline: xmlText(band.title) },
  }));
  yield `{"scale":"human",\n"title":${JSON.stringify({ text: title })},\n"eras":${JSON.stringify(eras)},\n"events":[`;
  let before = '\n';
  for await (const event of eventsWith(events, 'sources')) {
    yield before + JSON.stringify(slide(event, context));
    before = ',\n';
  }
  yield '\n]}\n';
};

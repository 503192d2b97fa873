import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentUser } from '@/app/_auth/session';
import { CiteThis } from '@/app/_events/cite-this';
import { EventFacts } from '@/app/_events/event-facts';
import { EventHistory } from '@/app/_events/event-history';
import { RelatedLists } from '@/app/_events/related-lists';
import { SourceList } from '@/app/_events/source-list';
import { QuestionsOfEvent } from '@/app/_evidence/questions-of-event';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { KnownNotice } from '@/app/_filters/known-notice';
import { readAround, type Around } from '@/app/_http/event-around';
import { readRecord } from '@/app/_http/known-record';
import { Banner } from '@/app/_ui/banner';
import { Timeline } from '@/app/_timeline/timeline';
import { ForgetSaved } from '@/app/_ui/forget-saved';
import { Link } from '@/app/_ui/link';
import { readEvent } from '@/db/event-record';
import { recordFor } from '@/db/known-record';
import { formatDateSpan } from '@/lib/date-words';
import { formatDay, shiftDay, today, type Day } from '@/lib/days';
import { env } from '@/lib/env';
import type { EventRecord } from '@/lib/event';
import { eventHref } from '@/lib/event-href';
import { hrefWith, noFilters, parseFilters, withFilters, type Params } from '@/lib/filters';
import type { KnownOn } from '@/lib/known-since';
import { may } from '@/lib/permissions';
import { placeName } from '@/lib/places';
import { labelOf, statusTerms } from '@/lib/vocabulary';

const readOnce = cache(async (slug: string, asOf: Day | null) => readEvent(await recordFor({ asOf }), slug));
const asOfIn = (query: Params): Day | null => parseFilters(query).filters.asOf;

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/events/[slug]'>): Promise<Metadata> {
  const event = await readOnce((await params).slug, asOfIn(await searchParams));
  if (!event || event.status !== 'published') return { title: 'Event', robots: { index: false } };
  return { title: event.title, description: event.summary };
}

function Archived({ event }: { event: EventRecord }) {
  return (
    <>
      <h1 className="pw-heading">This event was archived on {formatDay(event.updatedAt.slice(0, 10))}</h1>
      <p className="govuk-body">
        It is not part of the record any more, and is kept so that links to it do not break.
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" href="/events">
          See all events
        </Link>
      </p>
    </>
  );
}

/** Asked for as known on a day on which readers did not know it. */
function NotThen({ known, slug }: { known: KnownOn; slug: string }) {
  return (
    <>
      <KnownNotice known={known} nowHref={`/events/${slug}`} />
      <h1 className="pw-heading">There was no such event in the record on {formatDay(known.day)}</h1>
      <p className="govuk-body">It was put in or published later, or taken out before.</p>
    </>
  );
}

function relatedLists(event: EventRecord, related: Around['related'], asOf: Day | null) {
  const all = withFilters(noFilters, { asOf });
  return [
    {
      title: `Same place: ${placeName(event.region)}`,
      events: related.place,
      href: hrefWith('/events', { ...all, region: [event.region] }),
    },
    {
      title: 'Within 30 days',
      events: related.time,
      href: hrefWith('/events', {
        ...all,
        from: shiftDay(event.startsOn, -30),
        to: shiftDay(event.endsOn, 30),
      }),
    },
    {
      title: 'Same actors',
      events: related.actors,
      href: hrefWith('/events', { ...all, actor: event.actors.map((actor) => actor.name) }),
    },
  ];
}

function Heading({ event, editor, saved }: { event: EventRecord; editor: boolean; saved: boolean }) {
  return (
    <>
      {saved && (
        <Banner>
          <ForgetSaved />
          Saved. The event is on the dashboard.
        </Banner>
      )}
      {event.status !== 'published' && (
        <p className="govuk-inset-text">
          Only editors see this page: the event is {labelOf(statusTerms, event.status).toLowerCase()}.
        </p>
      )}
      <p className="pw-event__over">
        {formatDateSpan(event)} · {placeName(event.region)}
      </p>
      <h1 className="pw-heading">{event.title}</h1>
      <p className="pw-sentence">{event.summary}</p>
      {editor && (
        <p className="govuk-body">
          <Link className="govuk-link" href={`/admin/events/${event.slug}`}>
            Change this event
          </Link>
        </p>
      )}
    </>
  );
}

function Neighbourhood({
  near,
  around,
  bands,
  annotations,
}: Pick<Around, 'near' | 'around' | 'bands' | 'annotations'>) {
  const view = { from: near.from!, to: near.to! };
  return (
    <Timeline
      events={around}
      over={{ overlay: { kind: 'lockdowns' }, marks: { bands }, annotations }}
      filters={near}
      view={view}
      extent={view}
      laneBy="pillar"
      title={`Around this event: ${placeName(near.region[0]!)}`}
      today={today()}
      compact
      filterPath="/timeline"
    />
  );
}

function Beside({ before, after, asOf }: Around['beside'] & { asOf: Day | null }) {
  return (
    <nav className="pw-beside" aria-label="Events before and after">
      {before && (
        <Link className="govuk-link" href={eventHref(before.slug, asOf)} rel="prev">
          ← Before: {before.title}
        </Link>
      )}
      {after && (
        <Link className="govuk-link" href={eventHref(after.slug, asOf)} rel="next">
          After: {after.title} →
        </Link>
      )}
    </nav>
  );
}

/** One event: everything that is known of it, where that comes from, and what stands near it. */
export default async function EventPage({ params, searchParams }: PageProps<'/events/[slug]'>) {
  const { slug } = await params;
  const [user, query] = await Promise.all([currentUser(), searchParams]);
  const { filters, problems } = parseFilters(query);
  const { asOf } = filters;
  const [event, { db, known }] = await Promise.all([readOnce(slug, asOf), readRecord(filters)]);
  if (known && event?.status !== 'published') return <NotThen known={known} slug={slug} />;
  const editor = user !== null && may(user.role, 'events.edit');
  if (!event || (!editor && (event.status === 'draft' || event.status === 'in_review'))) notFound();
  if (event.status === 'archived' && !editor) return <Archived event={event} />;
  const around = await readAround(event, db, asOf);
  return (
    <article className="pw-event">
      <FilterProblems problems={problems.filter(({ key }) => key === 'asOf')} />
      <KnownNotice known={known} nowHref={`/events/${slug}`} />
      <Heading event={event} editor={editor} saved={query.saved !== undefined} />
      <div className="pw-event__columns">
        <div>
          <EventFacts event={event} linked={around.linked} set={around.set} />
          <h2 className="govuk-heading-m">Sources</h2>
          <SourceList sources={event.sources} articles={around.articles} />
          <QuestionsOfEvent
            questions={around.questions}
            asOf={asOf}
            linkHref={editor ? `/admin/evidence/link?event=${slug}` : null}
          />
          <CiteThis
            event={event}
            url={env().PUBLIC_URL + eventHref(slug, asOf)}
            accessed={today()}
            asOf={asOf}
          />
        </div>
        <aside aria-labelledby="related-title">
          <h2 className="govuk-heading-m" id="related-title">
            Related events
          </h2>
          <RelatedLists asOf={asOf} lists={relatedLists(event, around.related, asOf)} />
        </aside>
      </div>
      <Neighbourhood {...around} />
      <h2 className="govuk-heading-m">History of this record</h2>
      <EventHistory slug={slug} changes={around.history} named={editor} />
      <Beside {...around.beside} asOf={asOf} />
    </article>
  );
}

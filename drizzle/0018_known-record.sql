-- The record as it was known at a revision: views that stand in for the tables of events, one of the same name and columns
-- for each. A connection whose search_path begins with "known", and whose setting pillarwatch.revision says at which
-- revision, asks the same questions of them (db/known-record.ts). An event that has not changed since is read from its
-- table; one that has, from the snapshot that its last change until then left. So the cost grows with what has changed
-- since, not with the record, and nothing is stored twice.
CREATE SCHEMA "known";--> statement-breakpoint
-- Where the setting is missing this fails: the present must not pass for the past.
CREATE FUNCTION known.revision() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT current_setting('pillarwatch.revision')::bigint $$;--> statement-breakpoint
-- How each event that has changed since stood then; what was not there yet is not in it.
CREATE VIEW known.snapshots AS
SELECT c.event_id, c.version, c.changed_at, c.changed_by, c.snapshot
FROM (SELECT DISTINCT event_id FROM public.event_changes WHERE revision > known.revision()) later
CROSS JOIN LATERAL (
  SELECT e.* FROM public.event_changes e
  WHERE e.event_id = later.event_id AND e.revision <= known.revision()
  ORDER BY e.version DESC LIMIT 1
) c;--> statement-breakpoint
CREATE VIEW known.events AS
SELECT e.id, e.slug, e.source_set, e.title, e.summary, e.starts_on, e.ends_on, e.precision, e.date_text, e.type, e.pillars,
  e.region, e.locality, e.latitude, e.longitude, e.origin, e.confidence, e.marking, e.tags, e.status, e.version,
  e.created_at, e.updated_at, e.created_by, e.updated_by
FROM public.events e
WHERE NOT EXISTS (SELECT FROM public.event_changes l WHERE l.event_id = e.id AND l.revision > known.revision())
UNION ALL
SELECT e.id, e.slug, e.source_set, s.snapshot ->> 'title', s.snapshot ->> 'summary',
  (s.snapshot ->> 'startsOn')::date, (s.snapshot ->> 'endsOn')::date,
  (s.snapshot ->> 'precision')::public.date_precision, s.snapshot ->> 'dateText',
  (s.snapshot ->> 'type')::public.event_type,
  ARRAY(SELECT jsonb_array_elements_text(s.snapshot -> 'pillars'))::public.pillar[],
  s.snapshot ->> 'region', s.snapshot ->> 'locality',
  (s.snapshot ->> 'latitude')::float8, (s.snapshot ->> 'longitude')::float8, s.snapshot ->> 'origin',
  (s.snapshot ->> 'confidence')::public.confidence, (s.snapshot ->> 'marking')::public.marking,
  ARRAY(SELECT jsonb_array_elements_text(s.snapshot -> 'tags')),
  (s.snapshot ->> 'status')::public.event_status, s.version,
  e.created_at, s.changed_at, e.created_by, s.changed_by
FROM known.snapshots s JOIN public.events e ON e.id = s.event_id;--> statement-breakpoint
CREATE VIEW known.event_actors AS
SELECT a.event_id, a.position, a.name, a.role FROM public.event_actors a
WHERE NOT EXISTS (SELECT FROM public.event_changes l WHERE l.event_id = a.event_id AND l.revision > known.revision())
UNION ALL
SELECT s.event_id, (n - 1)::smallint, a ->> 'name', (a ->> 'role')::public.actor_role
FROM known.snapshots s CROSS JOIN jsonb_array_elements(s.snapshot -> 'actors') WITH ORDINALITY AS item(a, n);--> statement-breakpoint
CREATE VIEW known.event_measures AS
SELECT m.event_id, m.position, m.measure, m.value, m.unit FROM public.event_measures m
WHERE NOT EXISTS (SELECT FROM public.event_changes l WHERE l.event_id = m.event_id AND l.revision > known.revision())
UNION ALL
SELECT s.event_id, (n - 1)::smallint, (m ->> 'measure')::public.measure, (m ->> 'value')::float8, m ->> 'unit'
FROM known.snapshots s CROSS JOIN jsonb_array_elements(s.snapshot -> 'measures') WITH ORDINALITY AS item(m, n);--> statement-breakpoint
CREATE VIEW known.event_sources AS
SELECT o.event_id, o.position, o.title, o.author, o.publisher, o.url, o.archive_url, o.published_on, o.accessed_on,
  o.article, o.page, o.paragraph, o.footnote, o.quotation, o.reliability, o.credibility, o.licence
FROM public.event_sources o
WHERE NOT EXISTS (SELECT FROM public.event_changes l WHERE l.event_id = o.event_id AND l.revision > known.revision())
UNION ALL
SELECT s.event_id, (n - 1)::smallint, o ->> 'title', o ->> 'author', o ->> 'publisher', o ->> 'url', o ->> 'archiveUrl',
  (o ->> 'publishedOn')::date, (o ->> 'accessedOn')::date, o ->> 'article', o ->> 'page', (o ->> 'paragraph')::integer,
  (o ->> 'footnote')::integer, o ->> 'quotation', (o ->> 'reliability')::char(1), (o ->> 'credibility')::char(1),
  o ->> 'licence'
FROM known.snapshots s CROSS JOIN jsonb_array_elements(s.snapshot -> 'sources') WITH ORDINALITY AS item(o, n);--> statement-breakpoint
CREATE VIEW known.event_external_ids AS
SELECT x.event_id, x.scheme, x.value FROM public.event_external_ids x
WHERE NOT EXISTS (SELECT FROM public.event_changes l WHERE l.event_id = x.event_id AND l.revision > known.revision())
UNION ALL
SELECT s.event_id, x ->> 'scheme', x ->> 'value'
FROM known.snapshots s CROSS JOIN jsonb_array_elements(s.snapshot -> 'externalIds') AS item(x);--> statement-breakpoint
CREATE VIEW known.event_links AS
SELECT k.event_id, k.linked_id FROM public.event_links k
WHERE NOT EXISTS (SELECT FROM public.event_changes l WHERE l.event_id = k.event_id AND l.revision > known.revision())
UNION ALL
SELECT s.event_id, e.id
FROM known.snapshots s CROSS JOIN jsonb_array_elements_text(s.snapshot -> 'links') AS item(slug)
JOIN public.events e ON e.slug = item.slug AND e.id <> s.event_id;--> statement-breakpoint
-- The words of an event, weighed as db/event-writes.ts weighs them.
CREATE VIEW known.event_search AS
SELECT w.event_id, w.words FROM public.event_search w
WHERE NOT EXISTS (SELECT FROM public.event_changes l WHERE l.event_id = w.event_id AND l.revision > known.revision())
UNION ALL
SELECT s.event_id,
  setweight(to_tsvector('english', s.snapshot ->> 'title'), 'A')
    || setweight(to_tsvector('english', s.snapshot ->> 'summary'), 'B')
    || setweight(to_tsvector('english', concat_ws(' ', s.snapshot ->> 'locality',
      (SELECT string_agg(a ->> 'name', ' ' ORDER BY n)
        FROM jsonb_array_elements(s.snapshot -> 'actors') WITH ORDINALITY AS item(a, n)))), 'C')
FROM known.snapshots s;--> statement-breakpoint
CREATE VIEW known.event_changes AS
SELECT c.revision, c.event_id, c.version, c.kind, c.snapshot, c.changed_at, c.changed_by FROM public.event_changes c
WHERE c.revision <= known.revision();--> statement-breakpoint
CREATE VIEW known.dataset AS SELECT true AS only, known.revision() AS revision;

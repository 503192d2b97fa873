CREATE TABLE "series_changes" (
	"revision" bigint NOT NULL,
	"series" text NOT NULL,
	"snapshot" jsonb,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text,
	CONSTRAINT "series_changes_key" PRIMARY KEY("series","revision")
);
--> statement-breakpoint
ALTER TABLE "series_changes" ADD CONSTRAINT "series_changes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "series_changes_by_time" ON "series_changes" USING btree ("changed_at","revision");--> statement-breakpoint
-- What was written until now: the audit trail has every write, the first whole and each later one as what it changed.
DO $$
DECLARE
  entry record;
  stands jsonb;
  state jsonb := '{}';
BEGIN
  FOR entry IN SELECT substr(a.subject, 8) AS key, a.action, a.after, a.revision, a.at, u.id AS writer
    FROM public.audit_log a LEFT JOIN public.users u ON u.id = a.user_id
    WHERE a.action IN ('series.create', 'series.update', 'series.delete') AND a.revision IS NOT NULL ORDER BY a.seq
  LOOP
    stands := CASE entry.action WHEN 'series.create' THEN entry.after
      WHEN 'series.update' THEN (state -> entry.key) || coalesce(entry.after, '{}') END;
    state := jsonb_set(state, ARRAY[entry.key], coalesce(stands, 'null'));
    INSERT INTO public.series_changes (revision, series, snapshot, changed_at, changed_by)
    VALUES (entry.revision, entry.key, stands, entry.at, entry.writer) ON CONFLICT DO NOTHING;
  END LOOP;
END $$;--> statement-breakpoint
-- A series of which the trail says nothing is known since it was last written.
INSERT INTO public.series_changes (revision, series, snapshot, changed_at, changed_by)
SELECT coalesce((SELECT d.revision FROM public.dataset d), 0), s.key,
  jsonb_build_object('key', s.key, 'title', s.title, 'unit', s.unit, 'description', s.description, 'geography', s.geography,
    'region', s.region, 'pillar', s.pillar, 'publisher', s.publisher, 'url', s.url, 'licence', s.licence,
    'standing', s.standing, 'observations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('startsOn', o.starts_on, 'endsOn', o.ends_on, 'value', o.value, 'low', o.low,
        'high', o.high, 'marks', o.marks, 'source', o.source, 'url', o.url, 'publishedOn', o.published_on, 'note', o.note)
        ORDER BY o.ends_on, o.starts_on)
      FROM public.observations o WHERE o.series = s.key), '[]')),
  s.updated_at, s.updated_by
FROM public.series s
WHERE NOT EXISTS (SELECT FROM public.series_changes c WHERE c.series = s.key AND c.snapshot IS NOT NULL);--> statement-breakpoint
-- The series as they were known at a revision, beside the views of events (0018_known-record.sql): they are few, so all are
-- read from their snapshots.
CREATE VIEW known.series_changes AS
SELECT DISTINCT ON (c.series) c.revision, c.series, c.snapshot, c.changed_at, c.changed_by
FROM public.series_changes c WHERE c.revision <= known.revision()
ORDER BY c.series, c.revision DESC;--> statement-breakpoint
CREATE VIEW known.series AS
SELECT c.series AS key, c.snapshot ->> 'title' AS title, c.snapshot ->> 'unit' AS unit,
  c.snapshot ->> 'description' AS description, c.snapshot ->> 'geography' AS geography, c.snapshot ->> 'region' AS region,
  (c.snapshot ->> 'pillar')::public.pillar AS pillar, c.snapshot ->> 'publisher' AS publisher, c.snapshot ->> 'url' AS url,
  c.snapshot ->> 'licence' AS licence, c.snapshot ->> 'standing' AS standing, c.changed_at AS updated_at,
  c.changed_by AS updated_by
FROM known.series_changes c WHERE c.snapshot IS NOT NULL;--> statement-breakpoint
CREATE VIEW known.observations AS
SELECT c.series, (o ->> 'startsOn')::date AS starts_on, (o ->> 'endsOn')::date AS ends_on, (o ->> 'value')::float8 AS value,
  (o ->> 'low')::float8 AS low, (o ->> 'high')::float8 AS high,
  ARRAY(SELECT jsonb_array_elements_text(o -> 'marks')) AS marks, o ->> 'source' AS source, o ->> 'url' AS url,
  (o ->> 'publishedOn')::date AS published_on, o ->> 'note' AS note
FROM known.series_changes c CROSS JOIN jsonb_array_elements(c.snapshot -> 'observations') AS item(o)
WHERE c.snapshot IS NOT NULL;

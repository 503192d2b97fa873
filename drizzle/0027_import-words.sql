-- By what an event is found: weights A to C rank a word in the title above one in the summary, and that above its place and
-- actors. Written by the form, by imports and by their undo alike; drizzle-kit has no word for functions.
CREATE FUNCTION event_words(event jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.english', event ->> 'title'), 'A')
    || setweight(to_tsvector('pg_catalog.english', event ->> 'summary'), 'B')
    || setweight(to_tsvector('pg_catalog.english', coalesce(event ->> 'locality' || ' ', '')
      || coalesce((SELECT string_agg(a ->> 'name', ' ' ORDER BY n)
        FROM jsonb_array_elements(event -> 'actors') WITH ORDINALITY AS actors (a, n)), '')), 'C')
$$;
--> statement-breakpoint
ALTER TABLE "import_staging" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (event_words(event)) STORED;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "checked_revision" bigint;
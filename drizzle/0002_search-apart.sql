CREATE TABLE "event_search" (
	"event_id" integer PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
INSERT INTO "event_search" ("event_id", "words") SELECT "id", "search" FROM "events";--> statement-breakpoint
DROP INDEX "events_by_search";--> statement-breakpoint
ALTER TABLE "event_search" ADD CONSTRAINT "event_search_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_search_by_words" ON "event_search" USING gin ("words");--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "search";
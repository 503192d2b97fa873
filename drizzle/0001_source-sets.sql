CREATE TABLE "source_sets" (
	"key" text PRIMARY KEY NOT NULL,
	"number" smallint NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"attribution" text,
	"licence" text,
	"url" text,
	"reference" boolean NOT NULL,
	CONSTRAINT "source_sets_number_unique" UNIQUE("number"),
	CONSTRAINT "source_sets_number_is_a_byte" CHECK ("source_sets"."number" between 0 and 255)
);
--> statement-breakpoint
ALTER TABLE "event_changes" DROP CONSTRAINT "event_changes_changed_by_users_id_fk";
--> statement-breakpoint
INSERT INTO "source_sets" ("key", "number", "title", "description", "reference") VALUES
	('desk', 0, 'Added here', '', false), ('corpus', 1, 'Corpus', '', false), ('oxcgrt', 2, 'OxCGRT', '', true);--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "source_set" text;--> statement-breakpoint
UPDATE "events" SET "source_set" = CASE WHEN NOT EXISTS (SELECT FROM "event_external_ids" "x" WHERE "x"."event_id" = "events"."id" AND "x"."scheme" = 'pillarwatch-seed') THEN 'desk' WHEN 'oxcgrt' = ANY("tags") THEN 'oxcgrt' ELSE 'corpus' END;--> statement-breakpoint
UPDATE "event_changes" SET "snapshot" = "snapshot" || jsonb_build_object('sourceSet', (SELECT "source_set" FROM "events" WHERE "events"."id" = "event_id"));--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "source_set" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "event_changes" ADD CONSTRAINT "event_changes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_source_set_source_sets_key_fk" FOREIGN KEY ("source_set") REFERENCES "public"."source_sets"("key") ON DELETE no action ON UPDATE no action;
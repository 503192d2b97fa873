CREATE TABLE "indicator_changes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator" text NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"title" text NOT NULL,
	"from_status" text,
	"from_side" smallint,
	"status" text NOT NULL,
	"side" smallint NOT NULL,
	"reason" text NOT NULL,
	"revision" bigint NOT NULL,
	"noticed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indicator_changes_from_paired" CHECK (("indicator_changes"."from_status" is null) = ("indicator_changes"."from_side" is null)),
	CONSTRAINT "indicator_changes_first_has_no_from" CHECK (("indicator_changes"."kind" = 'begun') = ("indicator_changes"."from_status" is null))
);
--> statement-breakpoint
CREATE TABLE "indicator_states" (
	"indicator" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"day" date NOT NULL,
	"definition" text NOT NULL,
	"said" jsonb NOT NULL,
	"readings_hash" text NOT NULL,
	"status" text,
	"side" smallint
);
--> statement-breakpoint
ALTER TABLE "indicator_changes" ADD CONSTRAINT "indicator_changes_indicator_indicators_slug_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_states" ADD CONSTRAINT "indicator_states_indicator_indicators_slug_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicator_changes_by_indicator" ON "indicator_changes" USING btree ("indicator","id");
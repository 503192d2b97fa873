CREATE TABLE "evidence" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator" text NOT NULL,
	"event_id" integer NOT NULL,
	"bearing" text NOT NULL,
	"note" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_by" text NOT NULL,
	CONSTRAINT "evidence_bearing_known" CHECK ("evidence"."bearing" in ('supports', 'against', 'context', 'withdrawn')),
	CONSTRAINT "evidence_note_length" CHECK (char_length("evidence"."note") between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_indicator_indicators_slug_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_by_indicator" ON "evidence" USING btree ("indicator","event_id","id");--> statement-breakpoint
CREATE INDEX "evidence_by_event" ON "evidence" USING btree ("event_id","indicator","id");
CREATE TABLE "annotations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "annotations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"text" text NOT NULL,
	"place" text,
	"pillar" "pillar",
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_by" text NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "annotations_span_ordered" CHECK ("annotations"."starts_on" <= "annotations"."ends_on"),
	CONSTRAINT "annotations_text_length" CHECK (char_length("annotations"."text") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_place_places_code_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotations_by_start" ON "annotations" USING btree ("starts_on");
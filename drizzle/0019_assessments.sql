CREATE TABLE "assessments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assessments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"month" date NOT NULL,
	"place" text NOT NULL,
	"pillar" "pillar" NOT NULL,
	"trend" text NOT NULL,
	"reason" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_by" text NOT NULL,
	CONSTRAINT "assessments_trend_known" CHECK ("assessments"."trend" in ('deteriorated', 'improved', 'unchanged', 'withdrawn')),
	CONSTRAINT "assessments_month_is_first_day" CHECK (extract(day from "assessments"."month") = 1),
	CONSTRAINT "assessments_reason_length" CHECK (char_length("assessments"."reason") between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_place_places_code_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessments_by_subject" ON "assessments" USING btree ("month","place","pillar","id");
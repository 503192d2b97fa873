CREATE TABLE "observations" (
	"series" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"marks" text[] DEFAULT '{}' NOT NULL,
	"source" text,
	"url" text,
	"published_on" date,
	"note" text,
	CONSTRAINT "observations_key" PRIMARY KEY("series","starts_on","ends_on"),
	CONSTRAINT "observations_period_ordered" CHECK ("observations"."starts_on" <= "observations"."ends_on"),
	CONSTRAINT "observations_interval_ordered" CHECK ("observations"."low" <= "observations"."high"),
	CONSTRAINT "observations_gap_is_marked" CHECK ("observations"."value" is not null or cardinality("observations"."marks") > 0)
);
--> statement-breakpoint
CREATE TABLE "series" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"unit" text NOT NULL,
	"description" text NOT NULL,
	"geography" text NOT NULL,
	"region" text,
	"pillar" "pillar",
	"publisher" text NOT NULL,
	"url" text,
	"licence" text,
	"standing" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_series_series_key_fk" FOREIGN KEY ("series") REFERENCES "public"."series"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_region_places_code_fk" FOREIGN KEY ("region") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
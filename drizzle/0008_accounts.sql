CREATE TABLE "indicators" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"question" text NOT NULL,
	"why" text NOT NULL,
	"article" text,
	"paragraph" integer,
	"pillar" "pillar" NOT NULL,
	"query" text NOT NULL,
	"measure" text NOT NULL,
	"series" text,
	"period" text NOT NULL,
	"method" text NOT NULL,
	"baseline" smallint NOT NULL,
	"raised" double precision NOT NULL,
	"high" double precision NOT NULL,
	"direction" text NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_article_articles_key_fk" FOREIGN KEY ("article") REFERENCES "public"."articles"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_series_series_key_fk" FOREIGN KEY ("series") REFERENCES "public"."series"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
CREATE TYPE "public"."change_kind" AS ENUM('create', 'update', 'archive', 'restore');--> statement-breakpoint
CREATE TYPE "public"."confidence" AS ENUM('confirmed', 'reported', 'claimed', 'disputed');--> statement-breakpoint
CREATE TYPE "public"."event_type" AS ENUM('lockdown', 'attack', 'plot', 'arrest', 'unrest', 'aid_shipment', 'referral_change', 'propaganda', 'policy', 'operations', 'diplomacy', 'economic');--> statement-breakpoint
CREATE TYPE "public"."marking" AS ENUM('OFFICIAL', 'OFFICIAL-SENSITIVE');--> statement-breakpoint
CREATE TYPE "public"."measure" AS ENUM('killed', 'injured', 'percent_change', 'quantity', 'usd', 'days');--> statement-breakpoint
CREATE TYPE "public"."pillar" AS ENUM('prevent', 'pursue', 'protect', 'prepare');--> statement-breakpoint
CREATE TYPE "public"."place_kind" AS ENUM('world', 'region', 'subregion', 'country', 'nation', 'english_region');--> statement-breakpoint
CREATE TYPE "public"."date_precision" AS ENUM('day', 'part_of_month', 'month', 'quarter', 'year', 'reported');--> statement-breakpoint
CREATE TYPE "public"."actor_role" AS ENUM('perpetrator', 'target', 'donor', 'recipient', 'authority', 'speaker', 'other');--> statement-breakpoint
CREATE TYPE "public"."event_status" AS ENUM('draft', 'in_review', 'published', 'archived');--> statement-breakpoint
CREATE TYPE "public"."user_role" AS ENUM('reader', 'editor', 'reviewer', 'admin');--> statement-breakpoint
CREATE TABLE "articles" (
	"key" text PRIMARY KEY NOT NULL,
	"author" text NOT NULL,
	"title" text NOT NULL,
	"outlet" text NOT NULL,
	"published_on" date,
	"published_text" text NOT NULL,
	"url" text,
	"licence" text
);
--> statement-breakpoint
CREATE TABLE "dataset" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "dataset_is_one_row" CHECK ("dataset"."only")
);
--> statement-breakpoint
CREATE TABLE "event_actors" (
	"event_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"role" "actor_role" NOT NULL,
	CONSTRAINT "event_actors_key" PRIMARY KEY("event_id","position")
);
--> statement-breakpoint
CREATE TABLE "event_changes" (
	"revision" bigint NOT NULL,
	"event_id" integer NOT NULL,
	"version" integer NOT NULL,
	"kind" "change_kind" NOT NULL,
	"snapshot" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text,
	CONSTRAINT "event_changes_key" PRIMARY KEY("revision","event_id"),
	CONSTRAINT "event_changes_version_unique" UNIQUE("event_id","version")
);
--> statement-breakpoint
CREATE TABLE "event_external_ids" (
	"event_id" integer NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "event_external_ids_key" PRIMARY KEY("event_id","scheme","value"),
	CONSTRAINT "event_external_ids_unique" UNIQUE("scheme","value")
);
--> statement-breakpoint
CREATE TABLE "event_links" (
	"event_id" integer NOT NULL,
	"linked_id" integer NOT NULL,
	CONSTRAINT "event_links_key" PRIMARY KEY("event_id","linked_id"),
	CONSTRAINT "event_links_not_itself" CHECK ("event_links"."event_id" <> "event_links"."linked_id")
);
--> statement-breakpoint
CREATE TABLE "event_measures" (
	"event_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"measure" "measure" NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "event_measures_key" PRIMARY KEY("event_id","position")
);
--> statement-breakpoint
CREATE TABLE "event_sources" (
	"event_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"author" text,
	"publisher" text,
	"url" text,
	"archive_url" text,
	"published_on" date,
	"accessed_on" date,
	"article" text,
	"page" text,
	"paragraph" integer,
	"footnote" integer,
	"quotation" text,
	"reliability" char(1),
	"credibility" char(1),
	"licence" text,
	CONSTRAINT "event_sources_key" PRIMARY KEY("event_id","position"),
	CONSTRAINT "event_sources_reliability_known" CHECK ("event_sources"."reliability" in ('A','B','C','D','E','F')),
	CONSTRAINT "event_sources_credibility_known" CHECK ("event_sources"."credibility" in ('1','2','3','4','5','6'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"precision" date_precision NOT NULL,
	"date_text" text,
	"type" "event_type" NOT NULL,
	"pillars" "pillar"[] NOT NULL,
	"region" text NOT NULL,
	"locality" text,
	"latitude" double precision,
	"longitude" double precision,
	"origin" text,
	"confidence" "confidence" NOT NULL,
	"marking" "marking" DEFAULT 'OFFICIAL' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"status" "event_status" DEFAULT 'published' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"search" "tsvector" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"updated_by" text,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "events_span_ordered" CHECK ("events"."starts_on" <= "events"."ends_on"),
	CONSTRAINT "events_reported_is_one_day" CHECK ("events"."precision" <> 'reported' or "events"."starts_on" = "events"."ends_on"),
	CONSTRAINT "events_has_pillar" CHECK (cardinality("events"."pillars") between 1 and 4),
	CONSTRAINT "events_title_length" CHECK (char_length("events"."title") between 1 and 90),
	CONSTRAINT "events_coordinates_paired" CHECK (("events"."latitude" is null) = ("events"."longitude" is null)),
	CONSTRAINT "events_coordinates_on_earth" CHECK (abs("events"."latitude") <= 90 and abs("events"."longitude") <= 180)
);
--> statement-breakpoint
CREATE TABLE "places" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "place_kind" NOT NULL,
	"parent" text,
	"path" text NOT NULL,
	CONSTRAINT "places_path_unique" UNIQUE("path")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" "user_role" DEFAULT 'reader' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_actors" ADD CONSTRAINT "event_actors_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_changes" ADD CONSTRAINT "event_changes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_changes" ADD CONSTRAINT "event_changes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_external_ids" ADD CONSTRAINT "event_external_ids_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_links" ADD CONSTRAINT "event_links_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_links" ADD CONSTRAINT "event_links_linked_id_events_id_fk" FOREIGN KEY ("linked_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_measures" ADD CONSTRAINT "event_measures_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sources" ADD CONSTRAINT "event_sources_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sources" ADD CONSTRAINT "event_sources_article_articles_key_fk" FOREIGN KEY ("article") REFERENCES "public"."articles"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_region_places_code_fk" FOREIGN KEY ("region") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_origin_places_code_fk" FOREIGN KEY ("origin") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_actors_by_name" ON "event_actors" USING btree ("name","event_id");--> statement-breakpoint
CREATE INDEX "event_sources_by_article" ON "event_sources" USING btree ("article","event_id");--> statement-breakpoint
CREATE INDEX "events_by_start" ON "events" USING btree ("status","starts_on","id");--> statement-breakpoint
CREATE INDEX "events_by_end" ON "events" USING btree ("ends_on");--> statement-breakpoint
CREATE INDEX "events_by_region" ON "events" USING btree ("region");--> statement-breakpoint
CREATE INDEX "events_by_search" ON "events" USING gin ("search");--> statement-breakpoint
CREATE INDEX "events_by_title_trigrams" ON "events" USING gin ("title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "accounts_by_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");
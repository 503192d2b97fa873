CREATE TYPE "public"."import_state" AS ENUM('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone');--> statement-breakpoint
CREATE TYPE "public"."import_verdict" AS ENUM('new', 'changed', 'identical', 'duplicate', 'edited');--> statement-breakpoint
CREATE TYPE "public"."import_write" AS ENUM('created', 'changed', 'archived', 'put_back');--> statement-breakpoint
CREATE TABLE "import_events" (
	"import_id" integer NOT NULL,
	"event_id" integer NOT NULL,
	"version" integer NOT NULL,
	"write" "import_write" NOT NULL,
	"hash" text,
	CONSTRAINT "import_events_key" PRIMARY KEY("event_id","version")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"shape" text PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"source_set" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"import_id" integer NOT NULL,
	"row" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"raw" jsonb NOT NULL,
	CONSTRAINT "import_rejects_key" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_staging" (
	"import_id" integer NOT NULL,
	"position" integer NOT NULL,
	"first_row" integer NOT NULL,
	"rows" integer NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"hash" text NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "import_staging_key" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_verdicts" (
	"import_id" integer NOT NULL,
	"position" integer NOT NULL,
	"verdict" "import_verdict" NOT NULL,
	"event_id" integer,
	"slug" text,
	"allowed" boolean DEFAULT false NOT NULL,
	"first_row" integer NOT NULL,
	"rows" integer NOT NULL,
	"twin_row" integer,
	"event" jsonb,
	CONSTRAINT "import_verdicts_key" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"stored_as" text,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"format" text,
	"mapping" jsonb,
	"source_set" text,
	"new_status" "event_status" DEFAULT 'in_review' NOT NULL,
	"state" "import_state" DEFAULT 'uploaded' NOT NULL,
	"step" text,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"bytes_done" bigint DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"cancel" boolean DEFAULT false NOT NULL,
	"counts" jsonb,
	"skipped" jsonb,
	"problem" text,
	"revision" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"applied_at" timestamp with time zone,
	"applied_by" text,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "imports_rows_counted" CHECK ("imports"."rows_done" >= 0 and "imports"."bytes_done" >= 0 and "imports"."bytes" >= 0)
);
--> statement-breakpoint
ALTER TABLE "import_events" ADD CONSTRAINT "import_events_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_events" ADD CONSTRAINT "import_events_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_source_set_source_sets_key_fk" FOREIGN KEY ("source_set") REFERENCES "public"."source_sets"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rejects" ADD CONSTRAINT "import_rejects_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_verdicts" ADD CONSTRAINT "import_verdicts_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_source_set_source_sets_key_fk" FOREIGN KEY ("source_set") REFERENCES "public"."source_sets"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_applied_by_users_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_events_by_import" ON "import_events" USING btree ("import_id","event_id");--> statement-breakpoint
CREATE INDEX "import_verdicts_by_verdict" ON "import_verdicts" USING btree ("import_id","verdict","position");
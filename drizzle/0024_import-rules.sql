CREATE TABLE "import_rules" (
	"preset" text NOT NULL,
	"version" integer NOT NULL,
	"book" jsonb,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by" text,
	CONSTRAINT "import_rules_key" PRIMARY KEY("preset","version"),
	CONSTRAINT "import_rules_version" CHECK ("import_rules"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "encoding" text;--> statement-breakpoint
ALTER TABLE "import_rules" ADD CONSTRAINT "import_rules_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;
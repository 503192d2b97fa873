CREATE TABLE "audit_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_is_one_row" CHECK ("audit_head"."only")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"user_id" text,
	"who" text NOT NULL,
	"ip" text,
	"agent" text,
	"action" text NOT NULL,
	"subject" text,
	"revision" bigint,
	"before" jsonb,
	"after" jsonb,
	"detail" jsonb,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_log_by_user" ON "audit_log" USING btree ("user_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_by_action" ON "audit_log" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_log_by_subject" ON "audit_log" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "audit_log_by_revision" ON "audit_log" USING btree ("revision") WHERE "audit_log"."revision" is not null;--> statement-breakpoint
CREATE INDEX "audit_log_by_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_by_words" ON "audit_log" USING gin ((to_tsvector('simple', "who" || ' ' || coalesce("subject", ''))
    || jsonb_to_tsvector('simple', coalesce("before", '{}'), '["string", "numeric"]') || jsonb_to_tsvector('simple', coalesce("after", '{}'), '["string", "numeric"]') || jsonb_to_tsvector('simple', coalesce("detail", '{}'), '["string", "numeric"]')));
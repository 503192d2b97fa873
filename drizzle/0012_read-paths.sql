CREATE INDEX "events_by_update" ON "events" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "events_unpublished" ON "events" USING btree ("status","updated_at","id") WHERE "events"."status" <> 'published';--> statement-breakpoint
CREATE INDEX "events_crossing" ON "events" USING btree ("origin","region") WHERE "events"."status" = 'published' and "events"."origin" is not null;
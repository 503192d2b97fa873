ALTER TABLE "indicators" ADD COLUMN "counted" "measure";--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "unit" text;
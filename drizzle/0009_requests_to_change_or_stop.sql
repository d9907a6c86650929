ALTER TABLE "requests" ADD COLUMN "proposed_title" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "proposed_product" text;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_changes_name_words" CHECK ("requests"."kind" <> 'change' or "requests"."proposed_title" is not null or "requests"."proposed_product" is not null);
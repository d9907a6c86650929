ALTER TABLE "invitations" ADD COLUMN "invited_by_id" integer;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "approval" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "proposed_title" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "proposed_product" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "quality" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_changes_name_words" CHECK ("requests"."kind" <> 'change' or "requests"."proposed_title" is not null or "requests"."proposed_product" is not null);
ALTER TABLE "tasks" ADD COLUMN "given_by_id" integer;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_given_by_id_people_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "tasks" SET "given_by_id" = a."actor_id" FROM "audit_entries" a
WHERE a."action" = 'issueTask' AND a."subject" = 'task' AND a."subject_id" = "tasks"."id";

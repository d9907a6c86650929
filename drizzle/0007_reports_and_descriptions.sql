CREATE TABLE "reports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"report_code" text NOT NULL,
	"unit_id" integer,
	"period_code" text NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"state" text NOT NULL,
	"narrative" jsonb NOT NULL,
	"late_reasons" jsonb NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by_id" integer,
	"model" jsonb,
	"decided_at" timestamp with time zone,
	"decided_by_id" integer,
	"return_reason" text,
	CONSTRAINT "reports_submitted_keep_their_model" CHECK ("reports"."state" not in ('submitted', 'consolidated') or ("reports"."model" is not null and "reports"."submitted_at" is not null and "reports"."submitted_by_id" is not null)),
	CONSTRAINT "reports_returned_with_a_reason" CHECK ("reports"."state" <> 'returned' or ("reports"."return_reason" is not null and "reports"."decided_by_id" is not null)),
	CONSTRAINT "reports_days_in_order" CHECK ("reports"."period_from" <= "reports"."period_to")
);
--> statement-breakpoint
CREATE TABLE "task_descriptions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_descriptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone,
	"title" text NOT NULL,
	"product" text,
	"product_text" text,
	"coordinating_unit_ids" jsonb NOT NULL,
	CONSTRAINT "task_descriptions_times_in_order" CHECK ("task_descriptions"."superseded_at" is null or "task_descriptions"."superseded_at" >= "task_descriptions"."recorded_at")
);
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_submitted_by_id_people_id_fk" FOREIGN KEY ("submitted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_descriptions" ADD CONSTRAINT "task_descriptions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_of_unit" ON "reports" USING btree ("report_code","period_code","unit_id") WHERE "reports"."unit_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_of_department" ON "reports" USING btree ("report_code","period_code") WHERE "reports"."unit_id" is null;--> statement-breakpoint
CREATE INDEX "reports_by_unit" ON "reports" USING btree ("unit_id","report_code");--> statement-breakpoint
CREATE UNIQUE INDEX "task_descriptions_one_open" ON "task_descriptions" USING btree ("task_id") WHERE "task_descriptions"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "task_descriptions_by_task_and_time" ON "task_descriptions" USING btree ("task_id","recorded_at");--> statement-breakpoint
-- What was recorded before descriptions were kept is described by what stands now.
INSERT INTO "task_descriptions" ("task_id", "recorded_at", "title", "product", "product_text", "coordinating_unit_ids")
SELECT t."id",
	coalesce((SELECT min(v."recorded_at") FROM "task_versions" v WHERE v."task_id" = t."id"), t."issued_at"),
	t."title", t."product", t."product_text",
	coalesce((SELECT jsonb_agg(c."unit_id") FROM "coordinating_units" c WHERE c."task_id" = t."id"), '[]'::jsonb)
FROM "tasks" t;

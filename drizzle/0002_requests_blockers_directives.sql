CREATE TABLE "blockers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "blockers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"reported_by_id" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"waiting_for_unit_id" integer,
	"waiting_for_text" text,
	"closed_at" timestamp with time zone,
	"closed_by_id" integer,
	CONSTRAINT "blockers_closed_by_somebody" CHECK (("blockers"."closed_at" is null) = ("blockers"."closed_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "directives" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directives_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"task_id" integer NOT NULL,
	"author_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"to_person_id" integer,
	"answers_id" integer,
	"answered_at" timestamp with time zone,
	CONSTRAINT "directives_asked_of_somebody" CHECK ("directives"."kind" = 'given' or "directives"."answers_id" is null)
);
--> statement-breakpoint
CREATE TABLE "nudges" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nudges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"by_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"text" text
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"task_id" integer NOT NULL,
	"asked_by_id" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reason" text,
	"previous_due_on" date,
	"proposed_due_on" date,
	"proposed_unit_id" integer,
	"proposed_person_id" integer,
	"from_on" date,
	"to_on" date,
	"approver_id" integer,
	"state" text NOT NULL,
	"decided_by_id" integer,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "requests_decided_by_somebody" CHECK (("requests"."state" in ('open', 'withdrawn')) = ("requests"."decided_by_id" is null)),
	CONSTRAINT "requests_extensions_name_a_day" CHECK ("requests"."kind" <> 'extension' or ("requests"."proposed_due_on" is not null and "requests"."previous_due_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "stand_ins" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stand_ins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"stand_in_id" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"recorded_by_id" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "stand_ins_somebody_else" CHECK ("stand_ins"."person_id" <> "stand_ins"."stand_in_id"),
	CONSTRAINT "stand_ins_days_in_order" CHECK ("stand_ins"."from_on" <= "stand_ins"."to_on")
);
--> statement-breakpoint
ALTER TABLE "progress_reports" ADD COLUMN "forecast_on" date;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_reported_by_id_people_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_waiting_for_unit_id_units_id_fk" FOREIGN KEY ("waiting_for_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_proposed_unit_id_units_id_fk" FOREIGN KEY ("proposed_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_proposed_person_id_people_id_fk" FOREIGN KEY ("proposed_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_stand_in_id_people_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_recorded_by_id_people_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blockers_open_by_task" ON "blockers" USING btree ("task_id") WHERE "blockers"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "blockers_open_by_unit" ON "blockers" USING btree ("waiting_for_unit_id") WHERE "blockers"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "directives_by_task" ON "directives" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "directives_waiting" ON "directives" USING btree ("to_person_id") WHERE "directives"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "nudges_by_task" ON "nudges" USING btree ("task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_open" ON "requests" USING btree ("task_id","kind") WHERE "requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX "requests_by_task" ON "requests" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "requests_open_by_approver" ON "requests" USING btree ("approver_id") WHERE "requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX "stand_ins_by_person" ON "stand_ins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "stand_ins_by_stand_in" ON "stand_ins" USING btree ("stand_in_id");--> statement-breakpoint
CREATE INDEX "outbox_given_up" ON "outbox" USING btree ("state") WHERE "outbox"."state" in ('unreachable', 'failed', 'dropped');
CREATE TABLE "bottleneck_tasks" (
	"bottleneck_id" integer NOT NULL,
	"task_id" integer NOT NULL,
	CONSTRAINT "bottleneck_tasks_bottleneck_id_task_id_pk" PRIMARY KEY("bottleneck_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "bottlenecks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bottlenecks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"domain" text NOT NULL,
	"state" text NOT NULL,
	"unit_id" integer NOT NULL,
	"reported_by_id" integer NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"cause" text,
	"proposal" text,
	"must_act_unit_id" integer,
	"must_act_text" text,
	"due_on" date,
	"confirmed_by_id" integer,
	"confirmed_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "bottlenecks_resolved_at_a_moment" CHECK (("bottlenecks"."state" = 'resolved') = ("bottlenecks"."resolved_at" is not null)),
	CONSTRAINT "bottlenecks_confirmed_by_somebody" CHECK (("bottlenecks"."confirmed_at" is null) = ("bottlenecks"."confirmed_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delegations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"from_person_id" integer NOT NULL,
	"to_person_id" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"recorded_by_id" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delegations_somebody_else" CHECK ("delegations"."from_person_id" <> "delegations"."to_person_id"),
	CONSTRAINT "delegations_days_in_order" CHECK ("delegations"."from_on" <= "delegations"."to_on")
);
--> statement-breakpoint
CREATE TABLE "difficulty_tickets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "difficulty_tickets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer,
	"unit_id" integer NOT NULL,
	"raised_by_id" integer NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"office_by" date NOT NULL,
	"forwarded_by_id" integer,
	"forwarded_at" timestamp with time zone,
	"forwarded_to_id" integer,
	"office_note" text,
	"leader_by" date,
	"decided_by_id" integer,
	"decided_at" timestamp with time zone,
	"decision" text,
	CONSTRAINT "difficulty_tickets_forwarded_to_somebody" CHECK (("difficulty_tickets"."forwarded_at" is null) = ("difficulty_tickets"."forwarded_to_id" is null) and ("difficulty_tickets"."forwarded_at" is null) = ("difficulty_tickets"."leader_by" is null)),
	CONSTRAINT "difficulty_tickets_decided_in_words" CHECK (("difficulty_tickets"."decided_at" is null) = ("difficulty_tickets"."decision" is null) and ("difficulty_tickets"."decided_at" is null) = ("difficulty_tickets"."decided_by_id" is null))
);
--> statement-breakpoint
ALTER TABLE "blockers" ADD COLUMN "is_resources" boolean;--> statement-breakpoint
UPDATE "blockers" SET "is_resources" = false;--> statement-breakpoint
ALTER TABLE "blockers" ALTER COLUMN "is_resources" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "blockers" ADD COLUMN "confirmed_by_id" integer;--> statement-breakpoint
ALTER TABLE "blockers" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "level" text;--> statement-breakpoint
UPDATE "tasks" SET "level" = 'department';--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "level" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "bottleneck_tasks" ADD CONSTRAINT "bottleneck_tasks_bottleneck_id_bottlenecks_id_fk" FOREIGN KEY ("bottleneck_id") REFERENCES "public"."bottlenecks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bottleneck_tasks" ADD CONSTRAINT "bottleneck_tasks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bottlenecks" ADD CONSTRAINT "bottlenecks_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bottlenecks" ADD CONSTRAINT "bottlenecks_reported_by_id_people_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bottlenecks" ADD CONSTRAINT "bottlenecks_must_act_unit_id_units_id_fk" FOREIGN KEY ("must_act_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bottlenecks" ADD CONSTRAINT "bottlenecks_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_from_person_id_people_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_recorded_by_id_people_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulty_tickets" ADD CONSTRAINT "difficulty_tickets_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulty_tickets" ADD CONSTRAINT "difficulty_tickets_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulty_tickets" ADD CONSTRAINT "difficulty_tickets_raised_by_id_people_id_fk" FOREIGN KEY ("raised_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulty_tickets" ADD CONSTRAINT "difficulty_tickets_forwarded_by_id_people_id_fk" FOREIGN KEY ("forwarded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulty_tickets" ADD CONSTRAINT "difficulty_tickets_forwarded_to_id_people_id_fk" FOREIGN KEY ("forwarded_to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulty_tickets" ADD CONSTRAINT "difficulty_tickets_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bottleneck_tasks_by_task" ON "bottleneck_tasks" USING btree ("task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bottlenecks_by_code" ON "bottlenecks" USING btree ("code");--> statement-breakpoint
CREATE INDEX "bottlenecks_open_by_unit" ON "bottlenecks" USING btree ("unit_id") WHERE "bottlenecks"."state" <> 'resolved';--> statement-breakpoint
CREATE INDEX "delegations_by_delegate" ON "delegations" USING btree ("to_person_id");--> statement-breakpoint
CREATE INDEX "difficulty_tickets_open" ON "difficulty_tickets" USING btree ("raised_at") WHERE "difficulty_tickets"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "difficulty_tickets_by_task" ON "difficulty_tickets" USING btree ("task_id");--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "explanation_answers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "explanation_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"explanation_id" integer NOT NULL,
	"author_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"cause" text NOT NULL,
	"text" text NOT NULL,
	"remedy" text,
	"new_due_on" date,
	"decision" text,
	"decided_by_id" integer,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"confirmed_cause" text,
	CONSTRAINT "explanation_answers_decided_by_somebody" CHECK (("explanation_answers"."decision" is null) = ("explanation_answers"."decided_by_id" is null) and ("explanation_answers"."decision" is null) = ("explanation_answers"."decided_at" is null)),
	CONSTRAINT "explanation_answers_accepted_with_a_cause" CHECK (("explanation_answers"."decision" is not distinct from 'accepted') = ("explanation_answers"."confirmed_cause" is not null))
);
--> statement-breakpoint
CREATE TABLE "explanations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "explanations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"due_on" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reply_by" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "explanation_answers" ADD CONSTRAINT "explanation_answers_explanation_id_explanations_id_fk" FOREIGN KEY ("explanation_id") REFERENCES "public"."explanations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation_answers" ADD CONSTRAINT "explanation_answers_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation_answers" ADD CONSTRAINT "explanation_answers_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "explanation_answers_one_open" ON "explanation_answers" USING btree ("explanation_id") WHERE "explanation_answers"."decision" is null;--> statement-breakpoint
CREATE INDEX "explanation_answers_newest" ON "explanation_answers" USING btree ("explanation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "explanations_one_per_due_day" ON "explanations" USING btree ("task_id","due_on");
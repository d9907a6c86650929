CREATE TABLE "accounts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"telegram_user_id" bigint NOT NULL,
	"bound_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"reach" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" integer,
	"source" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" integer,
	"before" jsonb,
	"after" jsonb,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"start_on" date NOT NULL,
	"end_on" date NOT NULL,
	"horizon_on" date NOT NULL,
	CONSTRAINT "campaigns_key_unique" UNIQUE("key"),
	CONSTRAINT "campaigns_days_in_order" CHECK ("campaigns"."start_on" <= "campaigns"."end_on" and "campaigns"."end_on" <= "campaigns"."horizon_on")
);
--> statement-breakpoint
CREATE TABLE "coordinating_units" (
	"task_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"part" text,
	CONSTRAINT "coordinating_units_task_id_unit_id_pk" PRIMARY KEY("task_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "documents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"number" text,
	"issued_on" date,
	"issuer" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "documents_by_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"author_id" integer NOT NULL,
	"kind" text NOT NULL,
	"caption" text,
	"album_id" text,
	"telegram_file_id" text NOT NULL,
	"telegram_unique_id" text NOT NULL,
	"file_name" text,
	"mime_type" text,
	"size_bytes" bigint,
	"added_at" timestamp with time zone NOT NULL,
	"stored_at" timestamp with time zone,
	"stored_path" text,
	"sha256" text
);
--> statement-breakpoint
CREATE TABLE "go_lives" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "go_lives_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer,
	"started_at" timestamp with time zone NOT NULL,
	"by_person_id" integer
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grants_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "grants_days_in_order" CHECK ("grants"."to_on" is null or "grants"."to_on" >= "grants"."from_on")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chat_id" bigint NOT NULL,
	"title" text NOT NULL,
	"unit_id" integer,
	"thread_id" integer,
	"bound_at" timestamp with time zone NOT NULL,
	"unbound_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text,
	"file_name" text NOT NULL,
	"telegram_file_id" text,
	"file_hash" text,
	"content" "bytea",
	"issued_on" text NOT NULL,
	"state" text NOT NULL,
	"by_person_id" integer,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"counts" jsonb,
	CONSTRAINT "import_batches_applied_have_a_time" CHECK (("import_batches"."state" = 'applied') = ("import_batches"."applied_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"bot" jsonb,
	CONSTRAINT "installation_is_one_row" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer,
	"grant_kind" text,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_by_telegram_id" bigint,
	"used_at" timestamp with time zone,
	"used_by_telegram_id" bigint,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_by_code" UNIQUE("code_hash"),
	CONSTRAINT "invitations_name_somebody" CHECK ("invitations"."person_id" is not null or "invitations"."grant_kind" is not null),
	CONSTRAINT "invitations_used_by_somebody" CHECK (("invitations"."used_at" is null) = ("invitations"."used_by_telegram_id" is null))
);
--> statement-breakpoint
CREATE TABLE "job_slots" (
	"job" text NOT NULL,
	"slot" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_slots_job_slot_pk" PRIMARY KEY("job","slot")
);
--> statement-breakpoint
CREATE TABLE "leaders_in_charge" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leaders_in_charge_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "leaders_in_charge_days_in_order" CHECK ("leaders_in_charge"."to_on" is null or "leaders_in_charge"."to_on" >= "leaders_in_charge"."from_on")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"token" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "memberships_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"is_acting" boolean NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "memberships_days_in_order" CHECK ("memberships"."to_on" is null or "memberships"."to_on" >= "memberships"."from_on")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"person_id" integer NOT NULL,
	"task_id" integer NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"outbox_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"payload" jsonb NOT NULL,
	"person_id" integer,
	"group_id" integer,
	"chat_id" bigint,
	"thread_id" integer,
	"reply_to_message_id" integer,
	"edit_message_id" integer,
	"priority" integer NOT NULL,
	"dedupe_key" text,
	"not_before" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"claimed_at" timestamp with time zone,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"unknown_ends" integer NOT NULL,
	"parts" jsonb,
	"sent_parts" integer NOT NULL,
	"sent_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "outbox_one_recipient" CHECK (num_nonnulls("outbox"."person_id", "outbox"."group_id", "outbox"."chat_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "pending_actions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pending_actions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"person_id" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text,
	"full_name" text NOT NULL,
	"folded_name" text NOT NULL,
	"sort_key" text NOT NULL,
	"gender" text,
	"staff_kind" text NOT NULL,
	"joined_on" date NOT NULL,
	"left_on" date
);
--> statement-breakpoint
CREATE TABLE "phases" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "phases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"start_on" date,
	"end_on" date NOT NULL,
	CONSTRAINT "phases_by_code" UNIQUE("campaign_id","code")
);
--> statement-breakpoint
CREATE TABLE "plan_revisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"content_hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"applied_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "progress_reports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "progress_reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"author_id" integer,
	"reported_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"percent" real NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"is_on_behalf" boolean NOT NULL,
	"previous_percent" real,
	"previous_state" text NOT NULL,
	"previous_product_on" date,
	"previous_product_text" text,
	"reverses_id" integer,
	CONSTRAINT "progress_reports_percent_in_range" CHECK ("progress_reports"."percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "sent_messages" (
	"chat_id" bigint NOT NULL,
	"message_id" integer NOT NULL,
	"outbox_id" integer NOT NULL,
	"kind" text NOT NULL,
	"task_id" integer,
	CONSTRAINT "sent_messages_chat_id_message_id_pk" PRIMARY KEY("chat_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "task_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone,
	"lead_unit_id" integer NOT NULL,
	"assignee_id" integer,
	"priority" text NOT NULL,
	"state" text NOT NULL,
	"due_on" date,
	"original_due_on" date,
	"product_on" date,
	"is_backlog" boolean NOT NULL,
	CONSTRAINT "task_versions_times_in_order" CHECK ("task_versions"."superseded_at" is null or "task_versions"."superseded_at" >= "task_versions"."recorded_at")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"structure" text NOT NULL,
	"parent_id" integer,
	"kind" text NOT NULL,
	"priority" text NOT NULL,
	"flags" jsonb NOT NULL,
	"state" text NOT NULL,
	"lead_unit_id" integer NOT NULL,
	"assignee_id" integer,
	"outside_bodies" text,
	"title" text NOT NULL,
	"folded_title" text NOT NULL,
	"content" text,
	"deadline_wording" text NOT NULL,
	"start_on" date,
	"due_on" date,
	"original_due_on" date,
	"cadence" jsonb,
	"occurrence_key" text,
	"leader_in_charge_id" integer,
	"authority" text,
	"product" text,
	"measure_target" real,
	"measure_unit" text,
	"defaulted_facets" jsonb NOT NULL,
	"product_on" date,
	"product_text" text,
	"phase_id" integer,
	"document_id" integer,
	"legal_basis" text,
	"note" text,
	"external_reference" text,
	"import_key" text,
	"import_batch_id" integer,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tasks_days_in_order" CHECK ("tasks"."start_on" is null or "tasks"."due_on" is null or "tasks"."start_on" <= "tasks"."due_on"),
	CONSTRAINT "tasks_finished_have_a_product_day" CHECK ("tasks"."state" not in ('reportedDone', 'done', 'basicallyDone') or "tasks"."product_on" is not null),
	CONSTRAINT "tasks_series_have_a_cadence" CHECK (("tasks"."structure" = 'series') = ("tasks"."cadence" is not null)),
	CONSTRAINT "tasks_parts_have_a_parent" CHECK (("tasks"."structure" in ('occurrence', 'unitShare')) = ("tasks"."parent_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "units_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"position" integer NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"successor_id" integer,
	CONSTRAINT "units_days_in_order" CHECK ("units"."closed_on" is null or "units"."closed_on" >= "units"."opened_on")
);
--> statement-breakpoint
CREATE TABLE "unread_texts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unread_texts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lanes" (
	"lane" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"lane" text NOT NULL,
	"payload" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "updates_bot_id_update_id_pk" PRIMARY KEY("bot_id","update_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinating_units" ADD CONSTRAINT "coordinating_units_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinating_units" ADD CONSTRAINT "coordinating_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "go_lives" ADD CONSTRAINT "go_lives_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "go_lives" ADD CONSTRAINT "go_lives_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders_in_charge" ADD CONSTRAINT "leaders_in_charge_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders_in_charge" ADD CONSTRAINT "leaders_in_charge_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_actions" ADD CONSTRAINT "pending_actions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_reverses_id_progress_reports_id_fk" FOREIGN KEY ("reverses_id") REFERENCES "public"."progress_reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_messages" ADD CONSTRAINT "sent_messages_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_messages" ADD CONSTRAINT "sent_messages_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_versions" ADD CONSTRAINT "task_versions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_versions" ADD CONSTRAINT "task_versions_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_versions" ADD CONSTRAINT "task_versions_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent_id_tasks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_leader_in_charge_id_people_id_fk" FOREIGN KEY ("leader_in_charge_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_phase_id_phases_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."phases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_import_batch_id_import_batches_id_fk" FOREIGN KEY ("import_batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_successor_id_units_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_texts" ADD CONSTRAINT "unread_texts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_lane_lanes_lane_fk" FOREIGN KEY ("lane") REFERENCES "public"."lanes"("lane") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_open_by_person" ON "accounts" USING btree ("person_id") WHERE "accounts"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_open_by_telegram_id" ON "accounts" USING btree ("telegram_user_id") WHERE "accounts"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "audit_entries_by_subject" ON "audit_entries" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "evidence_by_task" ON "evidence" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "evidence_by_album" ON "evidence" USING btree ("album_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_same_file_once" ON "evidence" USING btree ("task_id","telegram_unique_id");--> statement-breakpoint
CREATE UNIQUE INDEX "go_lives_once" ON "go_lives" USING btree (coalesce("unit_id", 0));--> statement-breakpoint
CREATE UNIQUE INDEX "grants_one_open_of_a_kind" ON "grants" USING btree ("person_id","kind") WHERE "grants"."to_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "groups_bound_by_chat" ON "groups" USING btree ("chat_id") WHERE "groups"."unbound_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_by_person" ON "invitations" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "leaders_in_charge_one_open_per_unit" ON "leaders_in_charge" USING btree ("unit_id") WHERE "leaders_in_charge"."to_on" is null;--> statement-breakpoint
CREATE INDEX "leaders_in_charge_by_person" ON "leaders_in_charge" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open_per_unit" ON "memberships" USING btree ("person_id","unit_id") WHERE "memberships"."to_on" is null;--> statement-breakpoint
CREATE INDEX "memberships_by_unit" ON "memberships" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_per_key" ON "notices" USING btree ("person_id","key");--> statement-breakpoint
CREATE INDEX "notices_by_task" ON "notices" USING btree ("task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once_per_key" ON "outbox" USING btree ("dedupe_key") WHERE "outbox"."dedupe_key" is not null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("priority","id") WHERE "outbox"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "people_by_code" ON "people" USING btree ("code") WHERE "people"."code" is not null;--> statement-breakpoint
CREATE INDEX "people_by_folded_name" ON "people" USING btree ("folded_name");--> statement-breakpoint
CREATE INDEX "plan_revisions_by_hash" ON "plan_revisions" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "progress_reports_newest_by_task" ON "progress_reports" USING btree ("task_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "progress_reports_reversed_once" ON "progress_reports" USING btree ("reverses_id") WHERE "progress_reports"."reverses_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "task_versions_one_open" ON "task_versions" USING btree ("task_id") WHERE "task_versions"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "task_versions_by_unit_and_time" ON "task_versions" USING btree ("lead_unit_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_by_code" ON "tasks" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_by_import_key" ON "tasks" USING btree ("import_key") WHERE "tasks"."import_key" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_one_per_occurrence" ON "tasks" USING btree ("parent_id","occurrence_key") WHERE "tasks"."occurrence_key" is not null;--> statement-breakpoint
CREATE INDEX "tasks_open_by_due_day" ON "tasks" USING btree ("due_on") WHERE "tasks"."state" in ('issued', 'inProgress', 'submitted', 'reportedDone');--> statement-breakpoint
CREATE INDEX "tasks_by_assignee" ON "tasks" USING btree ("assignee_id");--> statement-breakpoint
CREATE INDEX "tasks_by_lead_unit" ON "tasks" USING btree ("lead_unit_id");--> statement-breakpoint
CREATE INDEX "tasks_by_parent" ON "tasks" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_open_by_code" ON "units" USING btree ("code") WHERE "units"."closed_on" is null;--> statement-breakpoint
CREATE INDEX "unread_texts_by_time" ON "unread_texts" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "updates_waiting_by_lane" ON "updates" USING btree ("state","lane","update_id");
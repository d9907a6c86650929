CREATE TABLE "indicator_baselines" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_baselines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator_code" text NOT NULL,
	"value" double precision NOT NULL,
	"document" text NOT NULL,
	"recorded_by_id" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "indicator_baselines_not_negative" CHECK ("indicator_baselines"."value" >= 0)
);
--> statement-breakpoint
CREATE TABLE "indicator_figures" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator_code" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"part" double precision NOT NULL,
	"whole" double precision,
	"note" text,
	"entered_by_id" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "indicator_figures_days_in_order" CHECK ("indicator_figures"."from_on" <= "indicator_figures"."to_on"),
	CONSTRAINT "indicator_figures_not_negative" CHECK ("indicator_figures"."part" >= 0 and ("indicator_figures"."whole" is null or "indicator_figures"."whole" > 0))
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "invited_by_id" integer;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "approval" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "proposed_title" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "proposed_product" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "quality" text;--> statement-breakpoint
ALTER TABLE "indicator_baselines" ADD CONSTRAINT "indicator_baselines_recorded_by_id_people_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_figures" ADD CONSTRAINT "indicator_figures_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "indicator_baselines_once" ON "indicator_baselines" USING btree ("indicator_code");--> statement-breakpoint
CREATE INDEX "indicator_figures_by_code_and_time" ON "indicator_figures" USING btree ("indicator_code","recorded_at");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_changes_name_words" CHECK ("requests"."kind" <> 'change' or "requests"."proposed_title" is not null or "requests"."proposed_product" is not null);
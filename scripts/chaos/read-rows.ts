import type { RealInstallation } from '../../test/support/real-installation.ts';
import type { Rows } from './evidence.ts';

const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** One query a table, each giving objects in the shape of {@link Rows}. */
const QUERIES: Record<keyof Rows, string> = {
  recorded: `select t.code, r.percent::float8 as percent, count(*)::int as times
    from progress_reports r join tasks t on t.id = r.task_id
    where r.author_id is not null group by t.code, r.percent`,
  outbox: `select o.id, o.kind, o.state, o.error, o.unknown_ends as "unknownEnds",
      coalesce(o.chat_id, a.telegram_user_id, g.chat_id)::float8 as "chatId",
      jsonb_array_length(o.parts) as parts, o.edit_message_id as "editsMessageId",
      coalesce((select json_agg(s.message_id) from sent_messages s where s.outbox_id = o.id), '[]') as "messageIds"
    from outbox o
      left join accounts a on a.person_id = o.person_id and a.closed_at is null
      left join groups g on g.id = o.group_id
    order by o.id`,
  tasks: `select t.id, t.code, t.structure, t.state, t.priority, t.due_on::text as "dueOn",
      ${milliseconds('t.issued_at')} as "issuedAt", t.lead_unit_id as "leadUnitId", t.assignee_id as "assigneeId",
      coalesce((select r.percent from progress_reports r where r.task_id = t.id order by r.id desc limit 1), 0)::float8
        as percent
    from tasks t order by t.id`,
  memberships: `select person_id as "personId", unit_id as "unitId", role, is_acting as "isActing"
    from memberships where to_on is null order by id`,
  leadersInCharge: `select unit_id as "unitId", person_id as "personId" from leaders_in_charge where to_on is null`,
  accounts: `select person_id as "personId", telegram_user_id::float8 as "chatId",
      ${milliseconds('bound_at')} as "boundAt" from accounts where closed_at is null`,
  groups: `select chat_id::float8 as "chatId", ${milliseconds('bound_at')} as "boundAt"
    from groups where unbound_at is null`,
  goLives: `select unit_id as "unitId", ${milliseconds('started_at')} as "startedAt" from go_lives`,
};

/** Reads the rows that are judged, past the product and while no process of it runs. */
export async function readRows(installation: RealInstallation): Promise<Rows> {
  const tables = Object.entries(QUERIES);
  const rows: [string, unknown][] = [];
  // The embedded folder is one process's at a time.
  for (const [name, sql] of tables) rows.push([name, await installation.query(sql)]);
  return Object.fromEntries(rows) as unknown as Rows;
}

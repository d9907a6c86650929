import { sql } from 'drizzle-orm';
import { readKpi } from '../../src/app/read-kpi.ts';
import { selectRows } from '../../src/db/client.ts';
import { tick } from '../../src/jobs/tick.ts';
import { telegramIdOf } from '../../test/support/department.ts';
import type { FuzzWorld } from './fuzz-world.ts';

/** What must not be there whatever was sent: each row is one thing that is wrong. */
const INVARIANTS: readonly { name: string; rows: string }[] = [
  {
    name: 'a figure beyond 0–100',
    rows: 'select id from progress_reports where percent not between 0 and 100',
  },
  {
    name: 'a task done without a product',
    rows: "select id from tasks where state = 'reportedDone' and product_text is null",
  },
  {
    name: 'two open versions of a task',
    rows: 'select task_id from task_versions where superseded_at is null group by task_id having count(*) <> 1',
  },
  {
    name: 'two accounts of a person',
    rows: 'select person_id from accounts where closed_at is null group by person_id having count(*) > 1',
  },
  {
    name: 'a payload kept after it was handled',
    rows: "select update_id from updates where state = 'handled' and payload is not null",
  },
];

/** Everything that is wrong after a round; nothing, when all is well. */
export async function checkRound(world: FuzzWorld): Promise<string[]> {
  const findings = world.loggedErrors
    .splice(0)
    // Each try of an update that failed is logged; the update itself is listed below.
    .filter((line) => !line.includes('An update failed'))
    .map((line) => `logged: ${line}`);
  for (const row of await world.listFailed()) findings.push(`update ${row.updateId} failed: ${row.error}`);
  const left = await world.countStates('updates');
  if ((left['pending'] ?? 0) > 0) findings.push(`${left['pending']} updates are pending`);
  const owed = await world.countStates('outbox');
  for (const state of ['waiting', 'sending', 'failed']) {
    if ((owed[state] ?? 0) > 0)
      findings.push(`${owed[state]} messages are ${state}: ${await listMessages(world, state)}`);
  }
  // Refused at once when a transaction still holds one.
  await world.db
    .transaction((tx) => tx.execute(sql`select lane from lanes for update nowait`))
    .catch((error: unknown) => findings.push(`a lane is locked: ${String(error)}`));
  for (const { name, rows } of INVARIANTS) {
    const found = await selectRows(world.db, sql.raw(rows));
    if (found.length > 0) findings.push(`${name}: ${JSON.stringify(found.slice(0, 3))}`);
  }
  return [...findings, ...(await checkFigures(world))];
}

async function listMessages(world: FuzzWorld, state: string): Promise<string> {
  const rows = await selectRows(
    world.db,
    sql`select kind, error, payload from outbox where state = ${state} limit 3`,
  );
  return JSON.stringify(rows).slice(0, 1000);
}

/** The figures can be read, the jobs run, and the director's own question is answered by the bot. */
async function checkFigures(world: FuzzWorld): Promise<string[]> {
  await world.inUseCase((useCase) => readKpi(useCase, { scope: { kind: 'all' } }));
  await tick(world.db, world.plan, world.clock.now());
  const id = telegramIdOf('director');
  const asked = {
    message: {
      message_id: 999,
      date: Math.floor(world.clock.now().getTime() / 1000),
      from: { id, is_bot: false, first_name: 'Giám' },
      chat: { id, type: 'private', first_name: 'Giám' },
      text: '/kpi',
      entities: [{ type: 'bot_command', offset: 0, length: 4 }],
    },
  };
  const [updateId] = await world.deliver([asked]);
  await world.settle();
  const answers = await selectRows(
    world.db,
    sql`select id from outbox where kind = 'kpi' and state = 'sent' and dedupe_key like ${`answer:%:${updateId}:%`}`,
  );
  return answers.length === 1 ? [] : ['the director’s /kpi was not answered'];
}

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CallRecord } from '../../src/sandbox/call-log.ts';
import { readCalendar } from './check-calendar.ts';
import type { CalendarFacts, Call, Evidence, Rows } from './evidence.ts';
import { readRows } from './read-rows.ts';
import type { Stage } from './stage.ts';
import { listSaid } from './watch-chats.ts';

const PLAN = fileURLToPath(new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url));

/** The days off of the plan that the campaign runs with. */
export const readShippedCalendar = (): CalendarFacts => readCalendar(readFileSync(PLAN, 'utf8'));

/** Everybody whom the bot may write to. */
export const chatsOf = ({ accounts, groups }: Rows): number[] =>
  [...accounts, ...groups].map(({ chatId }) => chatId);

/** Puts together what a campaign left behind, once no process of the product runs. */
export async function gatherEvidence(stage: Stage, chats: readonly number[]): Promise<Evidence> {
  const lines = (await readFile(stage.callLog, 'utf8')).split('\n').filter((line) => line !== '');
  return {
    journal: stage.journal.entries(),
    calls: lines.map((line) => toCall(JSON.parse(line) as CallRecord)),
    messages: listSaid(stage.server, chats),
    rows: await readRows(stage.installation),
    calendar: readShippedCalendar(),
  };
}

const toCall = (record: CallRecord): Call => ({
  ...record,
  at: Date.parse(record.at),
  businessAt: Date.parse(record.businessAt),
});

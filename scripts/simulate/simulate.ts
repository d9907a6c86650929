import { readFile } from 'node:fs/promises';
import type { Connection } from '../../src/db/client.ts';
import { readAllTables } from '../../src/db/queries/export.ts';
import { instantAt } from '../../src/domain/days.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { listStops } from '../../src/sandbox/move-through-time.ts';
import { makePeopleWorkbook, makeTaskWorkbook } from '../../test/support/workbooks.ts';
import { createRandom } from '../chaos/random.ts';
import type { Facts, Version } from './check.ts';
import { makePeople, makeTasks, UNITS } from './make-department.ts';
import { makeEvents, type SimulatedEvent } from './make-events.ts';
import type { SimulateOptions } from './options.ts';
import { readPeopleFile, readTasksFile } from './read-files.ts';
import { type SentLine, SentLog } from './sent-log.ts';
import { SimulatedOffice } from './simulated-office.ts';

/** One in so many has not opened the link. */
const NOT_JOINED_EVERY = 17;

export interface Simulation {
  connection: Connection;
  plan: Plan;
  options: SimulateOptions;
  onSent: (line: SentLine) => void;
  onDay: (day: string, sent: number) => void;
}

/**
 * Lives a department from its first to its last day: every slot that the clock passes, and everything that people do
 * in between. @returns the facts that a checker needs
 */
export async function simulate(simulation: Simulation): Promise<Facts> {
  const { connection, plan, options } = simulation;
  const random = createRandom(options.seed);
  const people = makePeople(options.people);
  const tasks = makeTasks(options.tasks, people, options, random);
  const files = [
    options.peopleFile === undefined
      ? await makePeopleWorkbook(UNITS, people)
      : await readPeopleFile(options.peopleFile),
    options.tasksFile === undefined ? await makeTaskWorkbook(tasks) : await readTasksFile(options.tasksFile),
  ];
  const isMadeUp = options.peopleFile === undefined;
  // Leaders and heads come first in the list of people that is made up: they have joined.
  const leading = new Set(people.filter(({ role }) => role !== 'Nhân viên').map(({ name }) => name));
  const office = await SimulatedOffice.open({
    connection,
    plan,
    from: options.from,
    files,
    hasJoined: (name, index) => !isMadeUp || leading.has(name) || index % NOT_JOINED_EVERY !== 0,
  });
  try {
    const events =
      options.events === undefined
        ? makeEvents(tasks, people, options, random)
        : await readEvents(options.events);
    await live(office, events, simulation);
    return await gatherFacts(office, options);
  } finally {
    await office.close();
  }
}

const readEvents = async (file: string): Promise<SimulatedEvent[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as SimulatedEvent)
    .sort((a, b) => a.at.localeCompare(b.at));

async function live(
  office: SimulatedOffice,
  events: readonly SimulatedEvent[],
  { plan, options, onSent, onDay }: Simulation,
): Promise<void> {
  const roles = await readRoles(office);
  const log = new SentLog(
    office.connection.db,
    () => office.server.calls(),
    (chatId) => {
      const name = office.nameOf(chatId);
      return { name: name ?? String(chatId), role: name === null ? 'group' : (roles.get(name) ?? 'staff') };
    },
  );
  const end = instantAt(options.to, '23:00');
  const stops = listStops(plan, office.now(), end);
  let sent = 0;
  let at = 0;
  const drain = async (): Promise<void> => {
    for (const line of await log.readOn()) {
      onSent(line);
      sent += 1;
    }
  };
  for (const stop of stops) {
    for (; at < events.length; at += 1) {
      const event = events[at];
      if (event === undefined || instantAt(event.at.slice(0, 10), event.at.slice(11)) >= stop) break;
      await office.live(event);
      await drain();
    }
    await office.tickAt(stop);
    await drain();
    onDay(stop.toISOString().slice(0, 10), sent);
  }
}

async function readRoles(office: SimulatedOffice): Promise<Map<string, string>> {
  const { memberships, people } = await readAllTables(office.connection.db);
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return new Map(memberships.map(({ personId, role }) => [names.get(personId) ?? '', role]));
}

/** Rows as they stand at the end, in words that need no product to be read. */
async function gatherFacts(office: SimulatedOffice, options: SimulateOptions): Promise<Facts> {
  const { plan } = office;
  const tables = await readAllTables(office.connection.db);
  const taskOf = new Map(tables.tasks.map((task) => [task.id, task]));
  const versions = tables.taskVersions.map((row): Version => {
    const task = taskOf.get(row.taskId);
    return {
      code: task?.code ?? '',
      isPart: task?.structure !== 'series' && task?.structure !== 'split',
      from: row.recordedAt.toISOString(),
      until: row.supersededAt?.toISOString() ?? null,
      state: row.state,
      dueOn: row.dueOn,
      isFocus: row.priority !== 'normal',
    };
  });
  const joined = new Set(
    tables.people.filter(({ fullName }) => office.hasJoined(fullName)).map(({ id }) => id),
  );
  const countJoined = (ids: readonly number[]) => ids.filter((id) => joined.has(id)).length;
  const holding = (roles: readonly string[]) =>
    countJoined(
      tables.memberships.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId),
    );
  return {
    from: options.from,
    to: options.to,
    daysOff: plan.calendar.daysOff.map(({ on }) => on),
    workingSaturdays: plan.calendar.workingSaturdays.map(({ on }) => on),
    slots: plan.reminders.slots,
    quietHours: plan.reminders.quietHours,
    ladder: {
      normal: plan.escalation.ladder.normal.map(({ after, to }) => ({ after, to })),
      focus: plan.escalation.ladder.focus.map(({ after, to }) => ({ after, to })),
    },
    repeatEvery: {
      normal: plan.escalation.overdue.normal.repeatEvery,
      focus: plan.escalation.overdue.focus.repeatEvery,
    },
    liveAt: tables.goLives[0]?.startedAt.toISOString() ?? '',
    versions,
    extensions: tables.requests
      .filter(({ kind }) => kind === 'extension')
      .map(({ taskId, previousDueOn, askedAt }) => ({
        code: taskOf.get(taskId)?.code ?? '',
        dueOn: previousDueOn ?? '',
        at: askedAt.toISOString(),
      })),
    reachable: {
      head: holding(['head', 'deputyHead']),
      office: countJoined(
        tables.grants.filter(({ kind }) => kind === 'operator').map(({ personId }) => personId),
      ),
      leaderInCharge: countJoined(tables.leadersInCharge.map(({ personId }) => personId)),
      director: holding(['director']),
    },
  };
}

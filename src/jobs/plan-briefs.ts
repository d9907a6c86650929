import { toTaskLine } from '../app/list-tasks.ts';
import { loadDirectory } from '../app/load-directory.ts';
import type { UseCase } from '../app/use-case.ts';
import { type AddressedNotice, longestNotice, watchTasks } from '../app/watch-tasks.ts';
import { listGoLives } from '../db/queries/groups.ts';
import { addNotices, claimSlot, countOverdueNotices, listToldKeys } from '../db/queries/notices.ts';
import { enqueueMessage, PRIORITY } from '../db/queries/outbox.ts';
import { type ListedTask, listTasks } from '../db/queries/tasks.ts';
import { listWatchedTasks } from '../db/queries/watched-tasks.ts';
import { addWorkingDays } from '../domain/calendar/working-calendar.ts';
import type { NoticeKind } from '../domain/escalation/notice.ts';
import type { OwedNotice } from '../domain/escalation/owed-notices.ts';
import { groupBy } from '../domain/grouping.ts';
import type { ExplanationMark } from '../domain/message/explanation-payloads.ts';
import type { NoticeLine, UnreachableLine } from '../domain/message/messages.ts';
import { type Slot, slotAt, slotEndsAt } from '../domain/message/slots.ts';
import type { TicketMark } from '../domain/message/ticket-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { listExplanationLines } from './explanation-lines.ts';
import { loadWaitedFor } from './held-up-tasks.ts';
import { listRequestLines } from './request-lines.ts';
import { listTicketLines } from './ticket-lines.ts';
import { isToldOnItsOwn, listUnreachableByReader } from './unreachable-people.ts';

/** Lines that one message shows; the true totals stand beside them. */
const SHOWN_LINES = 30;

interface OwedLine extends AddressedNotice {
  explanation?: ExplanationMark;
  ticket?: TicketMark;
}

/**
 * Plans the slot that is open now, once: one message for each person who is owed anything that was not said before.
 * What is owed is derived from the rows, never from when this last ran (R77).
 * @returns how many messages were planned
 */
export async function planBriefs(useCase: UseCase): Promise<number> {
  const slot = slotAt(useCase.now, useCase.plan.reminders, useCase.calendar);
  if (slot === null) return 0;
  if (!(await claimSlot(useCase.tx, 'brief', `${useCase.today} ${slot}`, useCase.now))) return 0;
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const owed: OwedLine[] = [
    ...(await listUntoldLines(useCase, directory)),
    ...(await listExplanationLines(useCase, directory)),
    ...(await listRequestLines(useCase, directory)),
    ...(await listTicketLines(useCase, directory)),
  ];
  const unreachable =
    slot === 'morning' ? await listUnreachableByReader(useCase, directory) : new Map<number, never>();
  const byPerson = groupBy(owed, (line) => line.personId);
  if (isToldOnItsOwn(useCase) && (await listGoLives(useCase.tx)).length > 0) {
    for (const reader of unreachable.keys()) if (!byPerson.has(reader)) byPerson.set(reader, []);
  }
  const taskIds = [...new Set(owed.map((line) => line.taskId))];
  const listed = await loadListedTasks(useCase, taskIds);
  const toldBefore = await countOverdueNotices(useCase.tx, taskIds);
  const waitedFor = await loadWaitedFor(useCase.tx, taskIds);
  for (const [personId, lines] of byPerson) {
    await planBriefOf(useCase, {
      personId,
      slot,
      lines,
      directory,
      listed,
      toldBefore,
      waitedFor,
      unreachable: unreachable.get(personId) ?? [],
    });
  }
  return byPerson.size;
}

/** What nobody said yet. A task that is late and has nobody to be told of it is named to the office: none is silent. */
async function listUntoldLines(useCase: UseCase, directory: Directory): Promise<OwedLine[]> {
  const horizon = addWorkingDays(useCase.calendar, useCase.today, longestNotice(useCase.plan) + 1);
  const watched = await listWatchedTasks(useCase.tx, horizon);
  const office = directory.office();
  const lines = (await watchTasks(useCase, directory, watched)).flatMap((task): OwedLine[] => {
    const owed = task.owedOn(useCase.today);
    if (owed.lines.length > 0 || !owed.isOverdue || office === null) return owed.lines;
    const notice = { kind: 'silent', to: 'office', key: `silent:${task.id}:${useCase.today}` } as const;
    return [{ personId: office, taskId: task.id, notice }];
  });
  const told = await listToldKeys(
    useCase.tx,
    watched.map(({ id }) => id),
  );
  return lines.filter((line) => !told.has(`${line.personId}:${line.notice.key}`));
}

async function loadListedTasks(useCase: UseCase, ids: number[]): Promise<Map<number, ListedTask>> {
  const listed = new Map<number, ListedTask>();
  for (let start = 0; start < ids.length; start += 2000) {
    const chunk = ids.slice(start, start + 2000);
    for (const row of await listTasks(useCase.tx, { ids: chunk }, chunk.length)) listed.set(row.task.id, row);
  }
  return listed;
}

/** What the lines of a brief say of their tasks beside the notices themselves. */
interface FactsOfTasks {
  directory: Directory;
  listed: Map<number, ListedTask>;
  toldBefore: Map<number, number>;
  waitedFor: Map<number, NonNullable<NoticeLine['waitingFor']>>;
}

async function planBriefOf(
  useCase: UseCase,
  brief: FactsOfTasks & {
    personId: number;
    slot: Slot;
    lines: OwedLine[];
    unreachable: UnreachableLine[];
  },
): Promise<void> {
  const lines = toNoticeLines(useCase, brief.lines, brief);
  const totals: Partial<Record<NoticeKind, number>> = {};
  for (const line of lines) totals[line.kind] = (totals[line.kind] ?? 0) + 1;
  const outboxId = await enqueueMessage(useCase.tx, {
    message: {
      kind: 'brief',
      payload: {
        personId: brief.personId,
        on: useCase.today,
        slot: brief.slot,
        lines: lines.slice(0, SHOWN_LINES),
        totals,
        unreachable: brief.unreachable,
      },
    },
    to: { personId: brief.personId },
    priority: PRIORITY.bulk,
    now: useCase.now,
    notAfter: slotEndsAt(useCase.now, useCase.plan.reminders, useCase.calendar),
    dedupeKey: `brief:${brief.personId}:${useCase.today}:${brief.slot}`,
  });
  if (outboxId === null) return;
  await addNotices(
    useCase.tx,
    brief.lines.map((line) => ({
      key: line.notice.key,
      personId: line.personId,
      taskId: line.taskId,
      kind: line.notice.kind,
      onDay: useCase.today,
      plannedAt: useCase.now,
      outboxId,
    })),
  );
}

const WEIGHT: Record<NoticeKind, number> = {
  silent: 0,
  ladder: 0,
  overdue: 1,
  waitsForConfirmation: 2,
  requestToDecide: 3,
  ticketToAnswer: 3,
  explanationToDecide: 4,
  explanationToGive: 5,
  unassigned: 6,
  notAccepted: 7,
  dueSoon: 8,
};

/** One line a task, under the gravest thing that is said of it; the worst first. */
function toNoticeLines(
  useCase: UseCase,
  owed: OwedLine[],
  { directory, listed, toldBefore, waitedFor }: FactsOfTasks,
): NoticeLine[] {
  const byTask = groupBy(owed, (line) => line.taskId);
  const lines = [...byTask].flatMap(([taskId, group]): NoticeLine[] => {
    const row = listed.get(taskId);
    if (row === undefined) return [];
    const kinds = group.map((line) => kindFor(line.notice));
    const kind = kinds.reduce((gravest, next) => (WEIGHT[next] < WEIGHT[gravest] ? next : gravest));
    const explanation = group.find((line) => line.explanation !== undefined)?.explanation;
    const ticket = group.find((line) => line.ticket !== undefined)?.ticket;
    const inPlaceOf = directory.nameOf(findAbsent(group));
    const waitingFor = kind === 'overdue' || kind === 'ladder' ? waitedFor.get(taskId) : undefined;
    return [
      {
        ...toTaskLine(row, useCase),
        kind,
        toldBefore: toldBefore.get(taskId) ?? 0,
        ...(inPlaceOf === null ? {} : { inPlaceOf }),
        ...(explanation === undefined ? {} : { explanation }),
        ...(ticket === undefined ? {} : { ticket }),
        ...(waitingFor === undefined ? {} : { waitingFor }),
      },
    ];
  });
  return lines.sort(
    (a, b) => WEIGHT[a.kind] - WEIGHT[b.kind] || (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || a.taskId - b.taskId,
  );
}

/** In whose place everything about a task is said; nobody's, when some of it concerns the reader anyway. */
const findAbsent = (group: readonly OwedLine[]): number | null =>
  group.every((line) => line.inPlaceOf !== null) ? (group[0]?.inPlaceOf ?? null) : null;

/** The head's own step of the ladder is the overdue alert; the ladder proper begins above the head. */
const kindFor = (notice: OwedNotice): NoticeKind =>
  notice.kind === 'ladder' && notice.to === 'head' ? 'overdue' : notice.kind;

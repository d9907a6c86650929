import type { Call, Evidence, JournalEntry, OutboxRow } from './evidence.ts';

/** A repeat, by the two calls that made it. */
export interface Repeat {
  chatId: number;
  digest: string;
  first: Call;
  second: Call;
}

export interface DeliveriesVerdict {
  owed: number;
  delivered: number;
  lost: string[];
  doubledAfterUnknown: number;
  doubledOtherwise: Repeat[];
}

/**
 * A call whose message the database knows was written down at some time. From the call's arrival that may take as long
 * as the slowest answer that the campaign deals out (0.5 s), and a second: a kill after that finds no unknown end.
 */
const MARKED_WITHIN_MS = 1500;
/** The journal writes a kill down a little before or after the process is gone. */
const MARGIN_MS = 250;

type ChatCall = Call & { chatId: number; digest: string };

/** Holds every message that the database owes against the calls that took effect (product.md §10). */
export function checkDeliveries(evidence: Evidence): DeliveriesVerdict {
  const arrived = new Set(
    evidence.calls
      .filter((call) => call.tookEffect && call.messageId !== null)
      .map((call) => `${call.chatId}:${call.messageId}`),
  );
  const owed = evidence.rows.outbox.filter(isOwed);
  const lost = listMissing(owed, arrived);
  const repeats = listRepeats(evidence);
  return {
    owed: owed.length,
    delivered: owed.length - lost.length,
    lost: lost.map(describeRow),
    doubledAfterUnknown: repeats.filter(({ isExcused }) => isExcused).length,
    doubledOtherwise: repeats.filter(({ isExcused }) => !isExcused).map(({ repeat }) => repeat),
  };
}

/**
 * Nobody can be owed what has no address. A brief that was dropped because it ceased to be true is judged by what its
 * reader was told instead: see check-silence.ts.
 */
function isOwed(row: OutboxRow): boolean {
  if (row.chatId === null) return false;
  return !(row.state === 'dropped' && row.kind === 'brief');
}

/**
 * The database knows a message by the row that wrote it last: one that a later row changed in place still stands for
 * the row that sent it first, once.
 */
function listMissing(owed: readonly OutboxRow[], arrived: ReadonlySet<string>): OutboxRow[] {
  const nameIn = (row: OutboxRow) => (messageId: number) => `${row.chatId}:${messageId}`;
  const spare = new Set(
    owed
      .filter((row) => row.editsMessageId !== null && row.messageIds.includes(row.editsMessageId))
      .map((row) => nameIn(row)(row.editsMessageId ?? 0)),
  );
  return owed.filter((row) => {
    if (row.state !== 'sent' || row.parts === null) return true;
    const own = [...new Set(row.messageIds)].map(nameIn(row));
    const first = [...spare].filter((name) => name.startsWith(`${row.chatId}:`));
    const takenOver = first.slice(0, Math.max(0, row.parts - own.length));
    for (const name of takenOver) spare.delete(name);
    const found = [...own, ...takenOver].filter((name) => arrived.has(name));
    return found.length < row.parts;
  });
}

const describeRow = (row: OutboxRow): string =>
  `outbox ${row.id} ${row.kind} to ${row.chatId}: ${row.state}, ${row.messageIds.length}/${row.parts} parts` +
  `${row.error === null ? '' : `, ${row.error}`}`;

/** Equal messages to one chat that took effect again. */
function listRepeats({ calls, journal, rows }: Evidence): { repeat: Repeat; isExcused: boolean }[] {
  const effective = calls.filter(
    (call): call is ChatCall => call.tookEffect && call.chatId !== null && call.digest !== null,
  );
  const groups = new Map<string, ChatCall[]>();
  for (const call of effective) {
    const key = `${call.chatId}:${call.digest}`;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  const marked = new Set(
    rows.outbox.flatMap((row) => row.messageIds.map((messageId) => `${row.chatId}:${messageId}`)),
  );
  return [...groups.values()].flatMap((group) => judgeRepeats(group, journal, marked));
}

/** Each unknown end explains one repeat: the next. */
function judgeRepeats(group: ChatCall[], journal: readonly JournalEntry[], marked: ReadonlySet<string>) {
  const sorted = [...group].sort((a, b) => a.at - b.at);
  const used = new Set<JournalEntry>();
  return sorted.slice(1).map((second, index) => {
    const first = sorted[index] ?? second;
    return {
      repeat: { chatId: first.chatId, digest: first.digest, first, second },
      isExcused: hasUnknownEnd(first) || isInterrupted(first, markedBy(first, second, marked), journal, used),
    };
  });
}

const hasUnknownEnd = ({ end }: Call): boolean => end === 'cutAfter' || end === 'hung';

/**
 * Until when an interruption explains the repeat. A message that the database does not know was never written down: it
 * was unknown until it was sent again. Of one that is known, nobody can tell when it was written down.
 */
function markedBy(first: ChatCall, second: ChatCall, marked: ReadonlySet<string>): number {
  const atLatest = second.at + MARGIN_MS;
  const isKnown = marked.has(`${first.chatId}:${first.messageId}`);
  return isKnown ? Math.min(first.at + MARKED_WITHIN_MS, atLatest) : atLatest;
}

/** Whether a kill, a death or an outage came before the bot could write down that the first call went well. */
function isInterrupted(
  first: Call,
  markedBy: number,
  journal: readonly JournalEntry[],
  used: Set<JournalEntry>,
): boolean {
  const cause = journal.find((entry) => {
    if (used.has(entry)) return false;
    if (entry.kind === 'outage') return entry.at <= markedBy && entry.until >= first.at - MARGIN_MS;
    if (entry.kind !== 'kill' && entry.kind !== 'died') return false;
    return entry.at >= first.at - MARGIN_MS && entry.at <= markedBy;
  });
  if (cause !== undefined) used.add(cause);
  return cause !== undefined;
}

import { inArray } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { notices, outbox, sentMessages, tasks } from '../../src/db/schema/index.ts';
import { groupBy } from '../../src/domain/grouping.ts';
import type { CallRecord } from '../../src/sandbox/call-log.ts';

/** One line of `sent.jsonl`: what one message said of some tasks. A message of several kinds has several lines. */
export interface SentLine {
  /** Business time at which the Bot API took the message, ISO 8601. */
  at: string;
  to: string;
  /** `director`, `deputyDirector`, `head`, `deputyHead`, `staff`, `group`. */
  role: string;
  kind: string;
  /** Codes. */
  tasks: string[];
  /** The step of the ladder that it was, or `null`. */
  step: string | null;
  /** The message, so that its lines can be told together. */
  message: string;
  /** `scheduled`: the clock owed it; `event`: somebody acted; `answer`: to the reader's own act. */
  family: 'scheduled' | 'event' | 'answer';
}

const SENDS: ReadonlySet<string> = new Set(['sendMessage', 'sendPhoto', 'sendDocument']);
const SCHEDULED: ReadonlySet<string> = new Set(['brief', 'digest']);
/** Priorities of the outbox. */
const ANSWER = 0;

/** What the product knows of some messages, by where it is asked. */
interface Known {
  sent: Map<string, typeof sentMessages.$inferSelect>;
  rows: Map<number, Pick<typeof outbox.$inferSelect, 'id' | 'kind' | 'priority'>>;
  told: Map<number, (typeof notices.$inferSelect)[]>;
  codes: Map<number, string>;
}

/** Reads what went out since it was asked last, from the Bot API's own log of calls. */
export class SentLog {
  #last: CallRecord | null = null;

  constructor(
    private readonly db: Db,
    private readonly calls: () => readonly CallRecord[],
    private readonly readerOf: (chatId: number) => { name: string; role: string },
  ) {}

  async readOn(): Promise<SentLine[]> {
    const all = this.calls();
    const from = this.#last === null ? 0 : all.lastIndexOf(this.#last) + 1;
    const fresh = all.slice(from).filter(({ method, ok }) => SENDS.has(method) && ok);
    this.#last = all.at(-1) ?? this.#last;
    if (fresh.length === 0) return [];
    const known = await this.#known(fresh);
    return fresh.flatMap((call) => this.#linesOf(call, known));
  }

  async #known(calls: readonly CallRecord[]): Promise<Known> {
    const ids = calls.flatMap(({ messageId }) => messageId ?? []);
    const sent = await this.db.select().from(sentMessages).where(inArray(sentMessages.messageId, ids));
    const outboxIds = [...new Set(sent.map(({ outboxId }) => outboxId))];
    const rows = await this.db
      .select({ id: outbox.id, kind: outbox.kind, priority: outbox.priority })
      .from(outbox)
      .where(inArray(outbox.id, outboxIds));
    const told = await this.db.select().from(notices).where(inArray(notices.outboxId, outboxIds));
    const taskIds = [
      ...new Set([...told.map(({ taskId }) => taskId), ...sent.flatMap((row) => row.taskId ?? [])]),
    ];
    const codes = await this.db
      .select({ id: tasks.id, code: tasks.code })
      .from(tasks)
      .where(inArray(tasks.id, taskIds.length > 0 ? taskIds : [0]));
    return {
      sent: new Map(sent.map((row) => [`${row.chatId} ${row.messageId}`, row])),
      rows: new Map(rows.map((row) => [row.id, row])),
      told: groupBy(told, ({ outboxId }) => outboxId),
      codes: new Map(codes.map(({ id, code }) => [id, code])),
    };
  }

  #linesOf(call: CallRecord, known: Known): SentLine[] {
    const { chatId, messageId, businessAt: at } = call;
    const reader = this.readerOf(chatId ?? 0);
    const sent = known.sent.get(`${chatId} ${messageId}`);
    const row = sent === undefined ? undefined : known.rows.get(sent.outboxId);
    const base = { at, to: reader.name, role: reader.role, message: `${chatId}:${messageId}` };
    // Nothing leaves but by the outbox: what cannot be accounted for must not pass as an answer.
    if (row === undefined) throw new Error(`The message ${base.message} was sent by nobody`);
    const family = SCHEDULED.has(row.kind) ? 'scheduled' : row.priority === ANSWER ? 'answer' : 'event';
    const told = known.told.get(row.id) ?? [];
    if (told.length === 0) {
      const code = sent?.taskId == null ? undefined : known.codes.get(sent.taskId);
      return [{ ...base, kind: row.kind, tasks: code === undefined ? [] : [code], step: null, family }];
    }
    const groups = groupBy(told, ({ kind, key }) => `${kind} ${stepOf(key) ?? ''}`);
    return [...groups.values()].map((group): SentLine => {
      const [first] = group;
      return {
        ...base,
        kind: first?.kind ?? row.kind,
        tasks: group.map(({ taskId }) => known.codes.get(taskId) ?? String(taskId)),
        step: stepOf(first?.key ?? ''),
        family,
      };
    });
  }
}

/** `ladder:12:2026-07-15:office` is the step of the office. */
const stepOf = (key: string): string | null =>
  key.startsWith('ladder:') ? (key.split(':').at(-1) ?? null) : null;

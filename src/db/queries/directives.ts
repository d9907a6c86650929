import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { directives, outbox, people, sentMessages } from '../schema/index.ts';

export type DirectiveRow = typeof directives.$inferSelect;

export async function addDirective(
  tx: Db,
  row: Omit<typeof directives.$inferInsert, 'id'>,
): Promise<DirectiveRow> {
  const [added] = await tx.insert(directives).values(row).returning();
  if (added === undefined) throw new Error('The database returned no directive');
  return added;
}

/** Locks it, so that of two answers one is the first. */
export async function lockDirective(tx: Db, id: number): Promise<DirectiveRow | undefined> {
  const [row] = await tx.select().from(directives).where(eq(directives.id, id)).for('update');
  return row;
}

export async function markDirectiveAnswered(tx: Db, id: number, at: Date): Promise<void> {
  await tx
    .update(directives)
    .set({ answeredAt: at })
    .where(and(eq(directives.id, id), isNull(directives.answeredAt)));
}

/** A person's requests on a task that nobody answered yet. */
export async function listUnansweredRequests(
  db: Db,
  asked: { taskId: number; authorId: number },
): Promise<DirectiveRow[]> {
  return db
    .select()
    .from(directives)
    .where(
      and(
        eq(directives.taskId, asked.taskId),
        eq(directives.authorId, asked.authorId),
        eq(directives.kind, 'asked'),
        isNull(directives.answeredAt),
      ),
    );
}

/** The directive of which a message in a chat spoke, if it spoke of one. */
export async function findDirectiveOfMessage(
  db: Db,
  chatId: number,
  messageId: number,
): Promise<DirectiveRow | undefined> {
  const [row] = await db
    .select({ directive: directives })
    .from(sentMessages)
    .innerJoin(outbox, eq(outbox.id, sentMessages.outboxId))
    .innerJoin(directives, sql`${directives.id} = (${outbox.payload} ->> 'directiveId')::int`)
    .where(and(eq(sentMessages.chatId, chatId), eq(sentMessages.messageId, messageId)))
    .limit(1);
  return row?.directive;
}

/** What was directed about a task, newest first. */
export async function listGivenDirectives(db: Db, taskId: number, limit: number) {
  return db
    .select({ at: directives.at, author: people.fullName, text: directives.text })
    .from(directives)
    .innerJoin(people, eq(people.id, directives.authorId))
    .where(and(eq(directives.taskId, taskId), eq(directives.kind, 'given')))
    .orderBy(desc(directives.id))
    .limit(limit);
}

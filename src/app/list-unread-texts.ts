import { listUnreadTextPage } from '../db/queries/unread-texts.ts';
import type { Actor } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { Refusal, type UseCase } from './use-case.ts';

const TEXTS_A_PAGE = 10;

/**
 * One page of what was not understood, newest first, without who wrote it. `page` counts from 0 and is kept in range.
 * @throws Refusal `notAllowed` for anybody but the office and the admin
 */
export async function listUnreadTexts(
  useCase: UseCase,
  actor: Actor,
  page: number,
): Promise<MessagePayloads['unreadTexts']> {
  if (!actor.isOperator && !actor.isAdmin) throw new Refusal('notAllowed');
  const read = (at: number) =>
    listUnreadTextPage(useCase.tx, { offset: at * TEXTS_A_PAGE, limit: TEXTS_A_PAGE });
  const first = await read(page);
  const pages = Math.max(1, Math.ceil(first.total / TEXTS_A_PAGE));
  const kept = Math.min(page, pages - 1);
  const { rows } = kept === page ? first : await read(kept);
  const lines = rows.map(({ writtenAt, text }) => ({ at: writtenAt.toISOString(), text }));
  return { page: kept, pages, total: first.total, lines };
}

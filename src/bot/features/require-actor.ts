import { Refusal } from '../../app/use-case.ts';
import type { Actor } from '../../domain/access/access.ts';
import type { ChatContext } from '../chat-context.ts';

/**
 * The person who speaks. Features after `binding` are only reached by bound accounts.
 * @throws Refusal `notAllowed` if not
 */
export function actorOf(ctx: ChatContext): Actor {
  if (ctx.actor === null) throw new Refusal('notAllowed');
  return ctx.actor;
}

/** Ratings and other people's work stay out of groups: the caller goes on in the private chat. */
export const isPrivate = (ctx: ChatContext): boolean => ctx.chat?.type === 'private';

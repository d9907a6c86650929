import { z } from 'zod';
import { ApiError, badRequest } from '../api-error.ts';
import type { CallFields } from '../call-fields.ts';
import { countCharacters } from '../message-text.ts';
import type { SandboxWorld } from '../world.ts';
import type { MethodFamily } from './method.ts';

const MAX_POLL_SECONDS = 50;
const kindsSchema = z.array(z.string());

/** Methods by which updates reach the bot, and what it answers to button presses. */
export const receivingMethods: MethodFamily = {
  getUpdates: (world, { fields, signal }) => {
    if (world.store.state.webhook) {
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    saveAllowedUpdates(world, fields);
    return world.updates.poll({
      offset: fields.integer('offset') ?? 0,
      limit: fields.integer('limit') ?? 100,
      timeoutSeconds: Math.min(fields.integer('timeout') ?? 0, MAX_POLL_SECONDS),
      signal,
    });
  },

  setWebhook: (world, { fields }) => {
    const url = fields.text('url') ?? '';
    if (url !== '' && !URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
    const secretToken = fields.text('secret_token') ?? null;
    if (secretToken !== null && !/^[\w-]{1,256}$/.test(secretToken)) {
      throw badRequest('secret token contains unallowed characters');
    }
    saveAllowedUpdates(world, fields);
    if (fields.isSet('drop_pending_updates')) world.updates.confirmAll();
    if (url !== '') world.updates.endPoll('Conflict: terminated by setWebhook request');
    world.store.commit({ kind: 'webhook', webhook: url === '' ? null : { url, secretToken } });
    return true;
  },

  deleteWebhook: (world, { fields }) => {
    if (fields.isSet('drop_pending_updates')) world.updates.confirmAll();
    world.store.commit({ kind: 'webhook', webhook: null });
    return true;
  },

  getWebhookInfo: (world) => ({
    url: world.store.state.webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: world.updates.pendingCount,
    ...(world.store.state.allowedUpdates.length > 0
      ? { allowed_updates: world.store.state.allowedUpdates }
      : {}),
  }),

  answerCallbackQuery: (world, { fields }) => {
    const queryId = fields.text('callback_query_id') ?? '';
    const text = fields.text('text') ?? '';
    if (countCharacters(text) > 200) throw badRequest('MESSAGE_TOO_LONG');
    const answer = world.callbacks.answer(queryId, text, fields.isSet('show_alert'));
    if (!answer) throw badRequest('query is too old and response timeout expired or query ID is invalid');
    world.signals.emit('callbackAnswer', answer);
    return true;
  },
};

/** The kinds asked for stay in force until asked for anew. */
function saveAllowedUpdates(world: SandboxWorld, fields: CallFields): void {
  const kinds = fields.json('allowed_updates', kindsSchema, 'allowed updates');
  if (!kinds || kinds.join() === world.store.state.allowedUpdates.join()) return;
  world.store.commit({ kind: 'allowedUpdates', kinds });
}

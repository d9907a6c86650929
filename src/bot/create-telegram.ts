import { Telegram } from 'telegraf';

/** Telegraf alone waits more than eight minutes for an answer, and a chat would wait as long for its next message. */
const ANSWERS_WITHIN_MILLISECONDS = 60_000;

/** The Bot API, each call of which ends within a time: one that gets no answer fails, and its end is unknown. */
export function createTelegram(
  token: string,
  options: ConstructorParameters<typeof Telegram>[1],
  answersWithinMilliseconds = ANSWERS_WITHIN_MILLISECONDS,
): Telegram {
  const telegram = new Telegram(token, options);
  const callApi = telegram.callApi.bind(telegram);
  telegram.callApi = (method, payload, { signal } = {}) =>
    callApi(method, payload, {
      // Node's own signal serves; Telegraf names the type of an older stand-in.
      signal: signal ?? (AbortSignal.timeout(answersWithinMilliseconds) as never),
    });
  return telegram;
}

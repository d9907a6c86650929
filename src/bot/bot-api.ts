import { Telegram } from 'telegraf';

type CallApi = Telegram['callApi'];

/** Telegraf alone waits more than eight minutes for an answer, and a chat would wait as long for its next message. */
const ANSWERS_WITHIN_MILLISECONDS = 60_000;

/** The Bot API, each call of which ends within a time: one that gets no answer fails, and its end is unknown. */
export class BotApi extends Telegram {
  readonly #answersWithinMilliseconds: number;

  constructor(
    token: string,
    options: ConstructorParameters<typeof Telegram>[1],
    answersWithinMilliseconds = ANSWERS_WITHIN_MILLISECONDS,
  ) {
    super(token, options);
    this.#answersWithinMilliseconds = answersWithinMilliseconds;
  }

  override callApi(...[method, payload, options = {}]: Parameters<CallApi>): ReturnType<CallApi> {
    // Node's own signal serves; Telegraf names the type of an older stand-in.
    const signal = options.signal ?? (AbortSignal.timeout(this.#answersWithinMilliseconds) as never);
    return super.callApi(method, payload, { signal });
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Reply, Request } from './strict-server.ts';

type Asked = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/** The strict Bot API in a process of its own, so that its work is not measured as the bot's. */
export class StrictServerProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  constructor() {
    const script = fileURLToPath(new URL('strict-server.ts', import.meta.url));
    this.#child = fork(script, { execArgv: ['--import', 'tsx'] });
    this.#child.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.ok) waiting?.resolve(reply.value);
      else waiting?.reject(new Error(reply.error));
    });
  }

  /** @returns the address of its Bot API */
  start(crowd: { people: number[]; groups: number[] }, callLog: string): Promise<string> {
    return this.#ask<string>({ do: 'start', ...crowd, callLog });
  }

  /** @returns milliseconds from a person's message to the answer to it */
  ask(userId: number, text: string): Promise<number> {
    return this.#ask<number>({ do: 'ask', userId, text });
  }

  async stop(): Promise<void> {
    await this.#ask({ do: 'stop' });
    this.#child.kill();
  }

  #ask<Value>(request: Asked): Promise<Value> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#child.send({ id, ...request });
    });
  }
}

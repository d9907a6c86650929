import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Random, shuffle } from './random.ts';

const REMEMBERED = 60;
const MOST_REPEATED = 4;

interface Update {
  update_id: number;
}

/**
 * Stands between the bot and its Bot API. Every call passes as it is, broken lines included; batches of updates pass
 * with some of the earlier ones delivered again, and in another order.
 */
export class UpdatesProxy {
  readonly #server: Server;
  #remembered: Update[] = [];
  #repeated = 0;
  #shuffled = 0;

  constructor(
    private readonly target: URL,
    private readonly random: Random,
  ) {
    this.#server = createServer((incoming, outgoing) => this.#forward(incoming, outgoing));
  }

  /** @returns the root that the product takes as TELEGRAM_API_ROOT */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  counts(): { updates: number; shuffledBatches: number } {
    return { updates: this.#repeated, shuffledBatches: this.#shuffled };
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { host: _, ...headers } = incoming.headers;
    const onward = request(
      new URL(incoming.url ?? '/', this.target),
      { method: incoming.method, headers: { ...headers, host: this.target.host } },
      (answer) => {
        answer.on('error', () => outgoing.destroy());
        if (/\/getUpdates$/i.test(incoming.url ?? '')) void this.#passUpdates(answer, outgoing);
        else {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }
      },
    );
    // A line that breaks on one side breaks on the other.
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  async #passUpdates(answer: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { ok: boolean; result?: Update[] };
      const mixed = body.result === undefined ? body : { ...body, result: this.#mix(body.result) };
      outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(mixed));
    } catch {
      outgoing.destroy();
    }
  }

  /** Earlier updates come again only with new ones: an idle poll stays idle. */
  #mix(batch: Update[]): Update[] {
    if (batch.length === 0) return batch;
    const again = shuffle(this.#remembered, this.random).slice(0, this.random() * (MOST_REPEATED + 1));
    this.#remembered = [...this.#remembered, ...batch].slice(-REMEMBERED);
    const mixed = shuffle([...batch, ...again], this.random);
    this.#repeated += again.length;
    if (mixed.length > 1) this.#shuffled += 1;
    return mixed;
  }
}

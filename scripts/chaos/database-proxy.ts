import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POSTGRES_PORT = 5432;

/** Stands between the bot and its database server, and can go away. */
export class DatabaseProxy {
  readonly #server: Server;
  readonly #lines = new Set<Socket>();
  #port = 0;

  constructor(private readonly target: URL) {
    this.#server = createServer((line) => this.#join(line));
  }

  /** @returns the address of the database by way of this proxy */
  async start(): Promise<string> {
    await this.#listen();
    this.#port = (this.#server.address() as AddressInfo).port;
    const through = new URL(this.target);
    through.hostname = '127.0.0.1';
    through.port = String(this.#port);
    return through.href;
  }

  /** Drops every connection, and refuses new ones for a while. */
  async goAway(forMs: number): Promise<void> {
    await this.stop();
    await sleep(forMs);
    await this.#listen();
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    for (const line of this.#lines) line.destroy();
    await closed;
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  #join(line: Socket): void {
    const onward = connect(Number(this.target.port) || POSTGRES_PORT, this.target.hostname);
    for (const [one, other] of [
      [line, onward],
      [onward, line],
    ] as const) {
      this.#lines.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        this.#lines.delete(one);
        other.destroy();
      });
    }
    line.pipe(onward).pipe(line);
  }
}

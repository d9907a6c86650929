import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Telegram } from 'telegraf';

/** A file that is larger than allowed, or that Telegram does not hand out. */
export class FileNotFetched extends Error {
  override name = 'FileNotFetched';
  constructor(readonly reason: 'tooLarge' | 'refused') {
    super(reason);
  }
}

/**
 * Fetches the bytes of a file that somebody sent.
 * @throws FileNotFetched when another attempt would end alike; any other error may pass
 */
export async function downloadFile(
  telegram: Telegram,
  fileId: string,
  options: { atMostBytes: number; agent?: Agent | undefined },
): Promise<Buffer> {
  const link = await telegram.getFileLink(fileId);
  const response = await get(link, options.agent);
  if (response.statusCode !== 200) {
    response.resume();
    if (response.statusCode !== undefined && response.statusCode < 500) throw new FileNotFetched('refused');
    throw new Error(`The file server answered ${response.statusCode}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > options.atMostBytes) {
      response.destroy();
      throw new FileNotFetched('tooLarge');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function get(link: URL, agent: Agent | undefined): Promise<IncomingMessage> {
  const client = link.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    client
      .get(link, { timeout: 60_000, ...(agent === undefined ? {} : { agent }) }, resolve)
      .on('timeout', function onTimeout(this: http.ClientRequest) {
        this.destroy(new Error('The file server was silent'));
      })
      .on('error', reject);
  });
}

import { Telegram } from 'telegraf';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, call, PIXEL, startSandbox, TOKEN, upload } from './sandbox-fixture.ts';

let server: SandboxServer;

beforeEach(async () => {
  server = await startSandbox();
  await server.openChat(AN);
});

async function download(fileId: string): Promise<string> {
  const { result } = await call(server, 'getFile', { file_id: fileId });
  const response = await fetch(`${server.apiRoot}/file/bot${TOKEN}/${result.file_path}`);
  return Buffer.from(await response.arrayBuffer()).toString();
}

describe('files', () => {
  it('of the bot come back byte for byte, and by their id again', async () => {
    const file = { bytes: Buffer.from('báo cáo tuần'), name: 'bao-cao.xlsx' };
    const sent = await upload(
      server,
      'sendDocument',
      { chat_id: String(AN), caption: '<b>Tuần 23</b>', parse_mode: 'HTML' },
      { document: file },
    );
    expect(sent.result).toMatchObject({
      caption: 'Tuần 23',
      caption_entities: [{ type: 'bold', offset: 0, length: 7 }],
      document: { file_name: 'bao-cao.xlsx', file_size: file.bytes.length },
    });
    const fileId = sent.result.document.file_id;
    expect(await download(fileId)).toBe('báo cáo tuần');
    const again = await call(server, 'sendDocument', { chat_id: AN, document: fileId });
    expect(again.result.document.file_id).toBe(fileId);
  });

  it('of a person reach the bot', async () => {
    await server.sendFile(AN, AN, {
      name: 'minh chứng.pdf',
      bytes: Buffer.from('%PDF'),
      kind: 'document',
      caption: 'NV12',
    });
    const { result } = await call(server, 'getUpdates');
    expect(result[0].message).toMatchObject({
      caption: 'NV12',
      document: { file_name: 'minh chứng.pdf', mime_type: 'application/pdf' },
    });
    expect(await download(result[0].message.document.file_id)).toBe('%PDF');
  });

  it('may be pictures, with their size', async () => {
    const { result } = await upload(
      server,
      'sendPhoto',
      { chat_id: String(AN) },
      { photo: { bytes: PIXEL, name: 'kpi.png' } },
    );
    expect(result.photo).toMatchObject([{ width: 1, height: 1, file_size: PIXEL.length }]);
    const edited = await upload(
      server,
      'editMessageMedia',
      {
        chat_id: String(AN),
        message_id: '1',
        media: '{"type":"photo","media":"attach://new","caption":"mới"}',
      },
      { new: { bytes: PIXEL, name: 'a.png' } },
    );
    expect(edited.result).toMatchObject({ message_id: 1, caption: 'mới' });
    expect(
      (await call(server, 'editMessageCaption', { chat_id: AN, message_id: 1, caption: 'nữa' })).result
        .caption,
    ).toBe('nữa');
  });

  it('go as a group under one number', async () => {
    const media = JSON.stringify([
      { type: 'document', media: 'attach://a', caption: 'một' },
      { type: 'document', media: 'attach://b' },
    ]);
    const file = { bytes: Buffer.from('x'), name: 'x.txt' };
    const { result } = await upload(
      server,
      'sendMediaGroup',
      { chat_id: String(AN), media },
      { a: file, b: file },
    );
    expect(result).toHaveLength(2);
    expect(result[0].media_group_id).toBe(result[1].media_group_id);
  });

  it('are refused when empty, unknown, no picture, from an address, or with a caption over 1024', async () => {
    const send = async (method: string, bytes: Buffer, caption = '') =>
      (
        await upload(
          server,
          method,
          { chat_id: String(AN), caption },
          { [method === 'sendPhoto' ? 'photo' : 'document']: { bytes, name: 'a' } },
        )
      ).description;
    expect(await send('sendDocument', Buffer.alloc(0))).toBe('Bad Request: file must be non-empty');
    expect(await send('sendPhoto', Buffer.from('no picture'))).toBe('Bad Request: IMAGE_PROCESS_FAILED');
    expect(await send('sendDocument', Buffer.from('a'), 'ă'.repeat(1025))).toBe(
      'Bad Request: message caption is too long',
    );
    expect((await call(server, 'sendDocument', { chat_id: AN, document: 'nope' })).description).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    );
    expect((await call(server, 'sendPhoto', { chat_id: AN, photo: 'https://x.vn/a.png' })).description).toBe(
      'Bad Request: failed to get HTTP URL content',
    );
    expect((await call(server, 'getFile', { file_id: 'nope' })).description).toBe(
      'Bad Request: invalid file_id',
    );
    expect((await fetch(`${server.apiRoot}/file/bot${TOKEN}/../journal.jsonl`)).status).toBe(404);
  });
});

describe('Telegraf’s client', () => {
  it('sends, edits, uploads and reads errors', async () => {
    const telegram = new Telegram(TOKEN, { apiRoot: server.apiRoot });
    expect((await telegram.getMe()).username).toBe('sau_ro_bot');
    const sent = await telegram.sendMessage(AN, '<i>a</i>', {
      parse_mode: 'HTML',
      reply_parameters: { message_id: 0, allow_sending_without_reply: true },
    });
    await telegram.editMessageText(AN, sent.message_id, undefined, 'b');
    const photo = await telegram.sendPhoto(AN, { source: PIXEL }, { caption: 'c' });
    const link = await telegram.getFileLink(photo.photo[0]?.file_id ?? '');
    expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(PIXEL);
    const album = await telegram.sendMediaGroup(AN, [
      { type: 'photo', media: { source: PIXEL } },
      { type: 'photo', media: { source: PIXEL } },
    ]);
    expect(album).toHaveLength(2);
    await expect(telegram.sendMessage(5, 'x')).rejects.toMatchObject({
      response: { error_code: 400, description: 'Bad Request: chat not found' },
    });
    expect(server.messagesOf(AN).map(({ text, caption }) => text ?? caption)).toEqual([
      'b',
      'c',
      undefined,
      undefined,
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidence } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows, listEvidence, listReports } from '../../support/rows.ts';
import { buttonsOf } from '../../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

/** A 1×1 PNG. */
const PHOTO = {
  name: 'anh.png',
  kind: 'photo' as const,
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe('A file is evidence of the task that its caption names', () => {
  test('as a document', async () => {
    expect(await world.as('mai').sendsFile({ name: 'bao-cao.pdf', caption: 'NV11' })).toMatch(
      /^Đã lưu minh chứng bao-cao\.pdf cho NV11 \(.*1 tệp\)\.\nNâng cấp nền tảng tích hợp dữ liệu$/,
    );
    expect(await listEvidence(world.db, 'NV11')).toMatchObject([
      { kind: 'document', fileName: 'bao-cao.pdf', caption: 'NV11' },
    ]);
  });

  test('as a photo', async () => {
    expect(await world.as('mai').sendsFile({ ...PHOTO, caption: 'nv11' })).toMatch(/cho NV11 \(.*1 tệp\)/);
    expect(await listEvidence(world.db, 'NV11')).toMatchObject([{ kind: 'photo' }]);
  });

  test('with a figure, which is recorded too', async () => {
    const answer = await world
      .as('mai')
      .sendsFile({ name: 'bao-cao.pdf', caption: 'NV11 70% đã có dự thảo' });
    expect(answer).toContain('Đã lưu minh chứng bao-cao.pdf cho NV11');
    expect(answer).toContain('Đã ghi nhận NV11: 70% (trước 40%)');
  });

  test('forwarded in a private chat', async () => {
    const fields = { forward_origin: { type: 'hidden_user', sender_user_name: 'Ai đó', date: 1 } };
    const answer = await world.as('mai').sendsFile({ name: 'cong-van.pdf', caption: 'NV11' }, { fields });
    expect(answer).toContain('Đã lưu minh chứng cong-van.pdf');
  });

  test('and is copied to disk with its hash', async () => {
    await world.as('mai').sendsFile({ name: 'bao-cao.pdf', caption: 'NV11' });
    await expect
      .poll(() => listEvidence(world.db, 'NV11'))
      .toMatchObject([
        { storedPath: expect.stringMatching(/\.pdf$/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
  });
});

test('A file in reply to a card is evidence of its task', async () => {
  await world.as('mai').says('/nv 11');
  const replyTo = world.as('mai').lastAnswer().message_id;
  expect(await world.as('mai').sendsFile({ name: 'a.pdf' }, { replyTo })).toContain(
    'Đã lưu minh chứng a.pdf cho NV11',
  );
});

test('A file without a task is kept while the task is asked for', async () => {
  expect(await world.as('mai').sendsFile({ name: 'a.pdf' })).toMatch(/^Anh\/chị .*cho việc nào\?/);
  expect(buttonsOf(world.as('mai').lastAnswer())).toEqual(['NV11', 'NV12']);
  expect(await countRows(world.db, evidence)).toBe(0);
  expect(await world.as('mai').presses('NV11')).toContain('Đã lưu minh chứng a.pdf cho NV11');
  expect(await listEvidence(world.db, 'NV11')).toHaveLength(1);
});

test('Whoever has no open task is asked for the code', async () => {
  expect(await world.as('director').sendsFile({ name: 'a.pdf' })).toMatch(/cho việc nào\?/);
  expect(await countRows(world.db, evidence)).toBe(0);
});

test('The same file twice is one piece of evidence', async () => {
  await world.as('mai').sendsFile({ name: 'a.pdf', caption: 'NV11' });
  const message = world.server.messagesOf(7008).findLast((candidate) => candidate.document !== undefined);
  await world.as('mai').delivers({ message: { ...message, message_id: 5000 } } as never);
  expect(await listEvidence(world.db, 'NV11')).toHaveLength(1);
});

describe('An album', () => {
  test('with a caption is one piece of evidence and one answer', async () => {
    const mai = world.as('mai');
    const answers = [
      await mai.sendsFile({ ...PHOTO, caption: 'NV11 hình hiện trường' }, { mediaGroupId: 'album' }),
      await mai.sendsFile(
        { ...PHOTO, bytes: Buffer.concat([PHOTO.bytes, Buffer.from('2')]) },
        { mediaGroupId: 'album' },
      ),
      await mai.sendsFile(
        { ...PHOTO, bytes: Buffer.concat([PHOTO.bytes, Buffer.from('3')]) },
        { mediaGroupId: 'album' },
      ),
    ];
    expect(answers.filter((answer) => answer !== '')).toHaveLength(1);
    expect(await listEvidence(world.db, 'NV11')).toHaveLength(3);
  });

  test('without a caption asks once, and the choice takes every file', async () => {
    const mai = world.as('mai');
    const answers = [
      await mai.sendsFile(PHOTO, { mediaGroupId: 'album' }),
      await mai.sendsFile(
        { ...PHOTO, bytes: Buffer.concat([PHOTO.bytes, Buffer.from('2')]) },
        { mediaGroupId: 'album' },
      ),
    ];
    expect(answers.filter((answer) => answer !== '')).toHaveLength(1);
    await mai.presses('NV11');
    expect(await listEvidence(world.db, 'NV11')).toHaveLength(2);
  });
});

describe('A file is refused in one sentence', () => {
  test('for a sensitive task, which takes numbers of documents only', async () => {
    expect(await world.as('mai').sendsFile({ name: 'a.pdf', caption: 'NV12' })).toMatch(
      /^NV12 .*nhạy cảm.*không gửi tệp/,
    );
    expect(await countRows(world.db, evidence)).toBe(0);
  });

  test('for somebody else’s task', async () => {
    expect(await world.as('mai').sendsFile({ name: 'a.pdf', caption: 'NV13' })).toMatch(
      /^NV13 không phải việc/,
    );
    expect(await countRows(world.db, evidence)).toBe(0);
  });

  test('for a task that is not there', async () => {
    expect(await world.as('mai').sendsFile({ name: 'a.pdf', caption: 'NV99' })).toMatch(
      /^Không có việc nào mang mã NV99/,
    );
  });

  test('and “NV12 xong” with a file for a sensitive task reports nothing', async () => {
    await world.as('mai').sendsFile({ name: 'a.pdf', caption: 'NV12 xong' });
    expect(await listReports(world.db, 'NV12')).toEqual([]);
  });
});

describe('What is neither text nor a file', () => {
  const from = { id: 7008, is_bot: false, first_name: 'Lý Thị Mai' };
  const message = { message_id: 901, date: 1_783_476_000, from, chat: { ...from, type: 'private' } };

  test.each([
    ['voice', { voice: { file_id: 'v', duration: 3 } }, /gõ chữ/],
    ['a round video', { video_note: { file_id: 'v', duration: 3 } }, /gõ chữ/],
    ['a sticker', { sticker: { file_id: 's' } }, /chỉ đọc chữ, tệp và ảnh/],
    ['a place', { location: { latitude: 10, longitude: 106 } }, /chỉ đọc chữ, tệp và ảnh/],
    ['an empty message', { text: '' }, /chưa hiểu|chỉ đọc/],
    ['blanks alone', { text: ' \n ​ ' }, /chưa hiểu/],
  ])('%s gets one sentence', async (_, content, answer) => {
    expect(await world.as('mai').delivers({ message: { ...message, ...content } } as never)).toMatch(answer);
  });
});

import { describe, expect, it } from 'vitest';
import type { UtteranceContext } from '../../../src/domain/utterance/meaning.ts';
import { readUtterance } from '../../../src/domain/utterance/read-utterance.ts';
import { CLOCK } from './clock.ts';

const ON_CARD: UtteranceContext = { ...CLOCK, replyTask: 'NV12', replyTo: 'task' };

describe('what is kept beside intent and status', () => {
  it('keeps as note what is left without code and figure, as it was typed', () => {
    expect(readUtterance('NV12 60% Đã gửi dự thảo', CLOCK).note).toBe('Đã gửi dự thảo');
    expect(readUtterance('NV12: được 45%, còn phần phụ lục', CLOCK).note).toBe('còn phần phụ lục');
  });

  it('keeps no note when only filler words are left', () => {
    expect(readUtterance('NV12 được 60% rồi ạ', CLOCK)).not.toHaveProperty('note');
  });

  it('keeps the reason of a decision without the word that decides', () => {
    const leader: UtteranceContext = { ...ON_CARD, actor: 'leader', replyTo: 'completionReport' };
    expect(readUtterance('trả lại, thiếu phụ lục 2', leader).note).toBe('thiếu phụ lục 2');
  });

  it('reads the product with its day of issue', () => {
    const { product } = readUtterance('đã ban hành Kế hoạch 45/kh-skhcn ngày 03/7/2026', ON_CARD);
    expect(product).toEqual({ number: '45/KH-SKHCN', issuedOn: '2026-07-03' });
  });

  it('says who or what is waited for', () => {
    expect(readUtterance('đang chờ Sở Nội vụ trả lời', ON_CARD).waitingFor).toBe('Sở Nội vụ trả lời');
    expect(readUtterance('đã trình GĐ hôm qua', ON_CARD).waitingFor).toBe('GĐ');
    expect(readUtterance('QLKH chưa gửi danh sách', ON_CARD).waitingFor).toBe('QLKH');
  });

  it('gives the length asked for when no day is named, for the due day is not known here', () => {
    const { on, extendBy } = readUtterance('xin gia hạn thêm hai tuần', ON_CARD);
    expect(on).toBeUndefined();
    expect(extendBy).toEqual({ count: 2, unit: 'week' });
    expect(readUtterance('xin lùi 4 ngày làm việc', ON_CARD).extendBy).toEqual({
      count: 4,
      unit: 'workingDay',
    });
  });
});

describe('which task is meant', () => {
  it('is the one named, before the one replied to', () => {
    expect(readUtterance('NV09 được 30%', ON_CARD).task).toBe('NV09');
  });

  it('is asked, with open tasks whose title sounds like it', () => {
    const openTasks = [
      { code: 'NV11', title: 'Báo cáo giải ngân vốn đầu tư công' },
      { code: 'NV13', title: 'Kiểm tra đo lường xăng dầu' },
    ];
    const meaning = readUtterance('kiểm tra xăng dầu, đo lường được 40%', { ...CLOCK, openTasks });
    expect(meaning).toMatchObject({
      intent: 'clarify',
      reason: 'whichTask',
      percent: 40,
      candidates: ['NV13'],
    });
  });

  it('is asked when two are named for one request', () => {
    expect(readUtterance('xin gia hạn NV12 và NV13 đến 20/7', CLOCK)).toMatchObject({
      intent: 'clarify',
      reason: 'severalTasks',
      candidates: ['NV12', 'NV13'],
    });
  });

  it('takes "mục 3" for a row of the giving document only without a card', () => {
    expect(readUtterance('mục 3 được 20%', CLOCK).task).toBe('STT3');
    expect(readUtterance('xong mục 3', ON_CARD)).toMatchObject({ task: 'NV12', status: 'inProgress' });
  });
});

describe('words with several readings', () => {
  it('tells the name from the word: "Mai", "Trinh", "Sáu", "Tuấn"', () => {
    expect(readUtterance('mai hoàn thành', ON_CARD)).toMatchObject({ intent: 'forecast', on: '2026-07-09' });
    expect(readUtterance('chị Mai hoàn thành rồi', ON_CARD).intent).toBe('report_done');
    expect(readUtterance('anh Trinh đang xem', ON_CARD).status).toBe('submitted');
    expect(readUtterance('anh Sáu làm được 60%', ON_CARD)).toMatchObject({ percent: 60 });
    expect(readUtterance('anh Tuấn này đang làm', ON_CARD)).not.toHaveProperty('on');
  });

  it('tells "đang ký" from "đăng ký"', () => {
    expect(readUtterance('sếp đang ký', ON_CARD).status).toBe('submitted');
    expect(readUtterance('em đăng ký công trình mới', CLOCK).intent).toBe('register');
  });

  it('tells "chờ" from "cho", also without marks', () => {
    expect(readUtterance('dang cho so noi vu', ON_CARD).intent).toBe('blocked');
    expect(readUtterance('da nop bao cao cho UBND', ON_CARD).intent).toBe('report_done');
    expect(readUtterance('cho em xin them 2 ngay', ON_CARD).intent).toBe('ask_extension');
  });

  it('tells "nửa" from "nữa" and "năm" from "nắm"', () => {
    expect(readUtterance('được nửa rồi', ON_CARD)).toMatchObject({ percent: 50 });
    expect(readUtterance('còn nữa anh', ON_CARD)).not.toHaveProperty('percent');
    expect(readUtterance('em nắm rồi', ON_CARD).intent).toBe('ack');
  });

  it('tells a fraction from a day', () => {
    expect(readUtterance('2/3 khối lượng', ON_CARD)).toMatchObject({ intent: 'update', percent: 67 });
    expect(readUtterance('20/7 nộp', ON_CARD)).toMatchObject({ intent: 'forecast', on: '2026-07-20' });
    expect(readUtterance('6/8', ON_CARD)).toMatchObject({ intent: 'clarify', reason: 'fractionOrDay' });
  });

  it('never reads a document number as a figure or a day', () => {
    const meaning = readUtterance('đang làm theo QĐ 12/7/QĐ-UBND và 2996/QĐ-UBND', ON_CARD);
    expect(meaning).not.toHaveProperty('percent');
    expect(meaning.intent).toBe('heartbeat');
  });

  it('tells the share of things from the progress of the task', () => {
    expect(readUtterance('100% thôn ấp đã phủ sóng', ON_CARD).intent).toBe('indicator');
    expect(readUtterance('đạt 100%', ON_CARD).intent).toBe('report_done');
  });

  it('tells an apology from an extension', () => {
    expect(readUtterance('xin lỗi anh', ON_CARD).intent).toBe('ack');
    expect(readUtterance('xin lùi sang 20/7', ON_CARD).intent).toBe('ask_extension');
  });
});

describe('a directory', () => {
  const directory: UtteranceContext = {
    ...ON_CARD,
    units: [{ code: 'QLTT', name: 'Phòng Quản lý Thị trường', aliases: ['thị trường'] }],
    people: [{ name: 'Võ Thị Hoa' }],
  };

  it('names a unit in full, however it was typed', () => {
    expect(readUtterance('P.QLTT chưa gửi số liệu', directory).waitingFor).toBe('Phòng Quản lý Thị trường');
  });

  it('knows a person typed in small letters', () => {
    expect(readUtterance('giao chi hoa lam', { ...directory, actor: 'leader' }).intent).toBe('assign_person');
  });
});

describe('a leader’s word', () => {
  const onReport: UtteranceContext = { ...ON_CARD, actor: 'leader', replyTo: 'completionReport' };

  it('alone makes a task done', () => {
    expect(readUtterance('đồng ý nhé', onReport)).toMatchObject({
      intent: 'approve',
      status: 'done',
      percent: 100,
    });
    expect(readUtterance('đồng ý nhé', { ...onReport, actor: 'staff' }).status).toBeUndefined();
  });

  it('decides nothing when it asks', () => {
    expect(readUtterance('đã duyệt chưa em?', onReport).intent).toBe('query_task');
  });
});

import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../src/bot/messages/render-message.ts';
import { PROBLEMS } from '../../src/domain/message/messages.ts';
import { isBalanced, isWhole, visibleText } from '../support/html-text.ts';
import { aCard, aLine, textsOf } from '../support/messages.ts';

describe('the card of a task', () => {
  it('shows the 6 rõ in the plan’s order and what is missing', () => {
    const [text = ''] = textsOf(aCard());
    expect(text.split('\n').filter((line) => /^[1-6]\. |^6 rõ/.test(line))).toEqual([
      '1. Rõ người: P.QLKH – Nguyễn Văn An; phối hợp: Văn phòng',
      '2. Rõ việc: <b>Rà soát thủ tục hành chính</b>',
      '3. Rõ thời gian: hạn 05/6/2026, còn 2 ngày làm việc',
      '4. Rõ trách nhiệm: Nguyễn Thị Bình; lãnh đạo phụ trách: Lê Văn Hòa',
      '5. Rõ thẩm quyền: ⚠️ chưa rõ',
      '6. Rõ kết quả: ⚠️ chưa rõ',
      '6 rõ: <b>4/6</b>, còn thiếu: rõ thẩm quyền, rõ kết quả',
    ]);
  });

  it('does not repeat a wording that is the due day itself', () => {
    expect(textsOf(aCard({ deadlineWording: '05/6/2026' }))[0]).not.toContain('văn bản');
  });

  it('offers only higher figures to report, and only to who may report', () => {
    const journal = [{ text: '🕘 Nhật ký', data: 'tj:12:0' }];
    const keyboardOf = (fields: Parameters<typeof aCard>[0]) =>
      renderMessage(aCard(fields)).flatMap((part) => (part.type === 'text' ? (part.keyboard ?? []) : []));
    expect(keyboardOf({})).toEqual([
      [
        { text: '50%', data: 'qp:12:50' },
        { text: '75%', data: 'qp:12:75' },
      ],
      journal,
    ]);
    expect(keyboardOf({ mayReport: false })).toEqual([journal]);
    expect(keyboardOf({ mayReport: false, mayConfirm: true, state: 'reportedDone' })).toEqual([
      [
        { text: '✅ Xác nhận', data: 'dy:12' },
        { text: '↩️ Trả lại', data: 'dn:12' },
      ],
      journal,
    ]);
  });

  it('keeps the wording of the document, and lets no typed markup through', () => {
    const [text = ''] = textsOf(
      aCard({
        title: '<b>Đậm</b>',
        content: '<script>',
        deadlineWording: 'trước 5/6 & sau lễ',
        authority: '"GĐ"',
        history: [
          {
            at: '2026-06-01T02:00:00.000Z',
            author: 'An <x>',
            percent: 40,
            note: '1 < 2',
            isUndone: true,
          },
        ],
      }),
    );
    expect(isWhole(text) && isBalanced(text)).toBe(true);
    expect(visibleText(text)).toContain('(văn bản: “trước 5/6 & sau lễ”)');
    expect(text).toContain('• <s>09:00 Thứ Hai 01/6/2026: 40% – 1 &lt; 2 (An &lt;x&gt;)</s> đã hoàn tác');
  });
});

describe('a list of tasks', () => {
  const list = {
    scope: 'mine',
    scopeName: 'P.QLKH',
    page: 1,
    pages: 3,
    total: 20,
    hasUnit: true,
    unitId: 3,
  } as const;

  it('has a button for each task, pages both ways, and the way to the unit', () => {
    const [part] = renderMessage({ kind: 'taskList', payload: { ...list, lines: [aLine()] } });
    expect(part).toMatchObject({
      keyboard: [
        [{ text: 'NV12', data: 'tc:12' }],
        [
          { text: '‹ Trước', data: 'tb:0:0:0' },
          { text: 'Sau ›', data: 'tb:0:0:2' },
        ],
        [{ text: 'Việc của đơn vị', data: 'tb:3:0:0' }],
      ],
    });
  });

  it('says the true total and the page', () => {
    const [text] = textsOf({ kind: 'taskList', payload: { ...list, lines: [aLine()] } });
    expect(text).toMatch(/^<b>Việc của anh\/chị<\/b>: 20 việc đang mở · trang 2\/3\n/);
  });

  it('that is empty says so', () => {
    const payload = { ...list, page: 0, pages: 1, total: 0, lines: [] };
    expect(textsOf({ kind: 'taskList', payload })).toEqual([
      '<b>Việc của anh/chị</b>\nHiện không có việc nào đang mở.',
    ]);
  });
});

describe('what cannot be done', () => {
  it.each(PROBLEMS)('%s is one polite sentence or two, whole and safe', (problem) => {
    const [text = ''] = textsOf({ kind: 'problem', payload: { problem, code: 'NV<12>' } });
    expect(isWhole(text) && isBalanced(text)).toBe(true);
    expect(visibleText(text)).toMatch(/^\p{Lu}/u);
    expect(text.length).toBeLessThan(250);
  });

  it('gives examples with the person’s own tasks', () => {
    const examples = ['NV05', 'NV09'];
    expect(textsOf({ kind: 'problem', payload: { problem: 'whichTask', examples } })).toEqual([
      'Anh/chị báo cáo cho việc nào? Xin ghi mã việc ở đầu, ví dụ “NV05 60% đã gửi dự thảo” hoặc “NV09 vướng, chờ Sở Tài chính”.',
    ]);
  });

  it('asks for the code where none was typed', () => {
    expect(textsOf({ kind: 'problem', payload: { problem: 'taskNotFound', code: '' } })).toEqual([
      'Anh/chị gõ mã việc sau lệnh, ví dụ /nv 12. Xem mã ở /viec.',
    ]);
  });
});

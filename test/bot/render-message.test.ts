import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../src/bot/messages/render-message.ts';
import { isBalanced, isWhole } from '../support/html-text.ts';
import { aBrief, aDigest, aDueSoonLine, aKpi, anOverdueLine, textsOf } from '../support/messages.ts';

describe('a progress report that was recorded', () => {
  const recorded = {
    reportId: 128,
    taskId: 12,
    code: 'NV12',
    title: 'Rà soát thủ tục hành chính',
    percent: 60,
    before: 40,
    status: 'inProgress',
    onBehalfOf: null,
  } as const;

  it('is answered with its figure, the one before, and Hoàn tác', () => {
    expect(renderMessage({ kind: 'progressRecorded', payload: recorded })).toEqual([
      {
        type: 'text',
        html: 'Đã ghi nhận <b>NV12</b>: <b>60%</b> (trước 40%).\nRà soát thủ tục hành chính',
        keyboard: [[{ text: 'Hoàn tác', data: 'u:128' }]],
        taskId: 12,
      },
    ]);
  });

  it('says when it is the first, what was claimed, and for whom it was entered', () => {
    const payload = { ...recorded, before: null, status: 'submitted', onBehalfOf: 'Nguyễn Văn An' } as const;
    expect(textsOf({ kind: 'progressRecorded', payload })).toEqual([
      'Đã ghi nhận <b>NV12</b>: <b>60%</b>, đã trình, chờ ký (báo cáo đầu tiên).\nRà soát thủ tục hành chính\n<i>Nhập hộ Nguyễn Văn An.</i>',
    ]);
  });

  it('shows markup that was typed in a title as it was typed', () => {
    const payload = { ...recorded, title: 'Thủ tục <b>A & B</b>' };
    expect(textsOf({ kind: 'progressRecorded', payload })[0]).toContain(
      'Thủ tục &lt;b&gt;A &amp; B&lt;/b&gt;',
    );
  });

  it('that was taken back says where the task stands again', () => {
    const undone = { taskId: 12, code: 'NV12' };
    expect(textsOf({ kind: 'progressUndone', payload: { ...undone, percent: 40 } })).toEqual([
      'Đã hoàn tác. <b>NV12</b> trở lại 40%.',
    ]);
    expect(textsOf({ kind: 'progressUndone', payload: { ...undone, percent: null } })).toEqual([
      'Đã hoàn tác. <b>NV12</b> hiện chưa có báo cáo.',
    ]);
  });
});

describe('what is asked before it is recorded', () => {
  const asked = {
    pendingId: 9,
    taskId: 12,
    code: 'NV12',
    title: 'Rà soát thủ tục hành chính',
    percent: 40,
    before: 60,
    status: 'inProgress',
    productText: null,
  } as const;

  it('is a lower figure, with two buttons', () => {
    expect(renderMessage({ kind: 'confirmProgress', payload: asked })).toEqual([
      {
        type: 'text',
        html: 'Anh/chị giảm tiến độ <b>NV12</b> từ 60% xuống <b>40%</b>, đúng không?\nRà soát thủ tục hành chính',
        keyboard: [
          [
            { text: 'Đúng, ghi nhận', data: 'cy:9' },
            { text: 'Không', data: 'cn:9' },
          ],
        ],
        taskId: 12,
      },
    ]);
  });

  it('is a completion, with its product', () => {
    const payload = {
      ...asked,
      percent: 100,
      status: 'reportedDone',
      productText: 'số 45/KH-SKHCN',
    } as const;
    expect(textsOf({ kind: 'confirmProgress', payload })).toEqual([
      'Anh/chị báo hoàn thành <b>NV12</b>, đúng không?\nRà soát thủ tục hành chính\nSản phẩm: số 45/KH-SKHCN\nSau khi ghi nhận, việc chờ người có thẩm quyền xác nhận hoàn thành.',
    ]);
  });
});

describe('the brief of a slot', () => {
  const escalated = anOverdueLine({
    taskId: 3,
    code: 'NV03',
    kind: 'ladder',
    toldBefore: 2,
    priority: 'focus',
  });

  it('groups what is owed, the worst first, with true totals', () => {
    expect(textsOf(aBrief([escalated, anOverdueLine(), aDueSoonLine()], { dueSoon: 5 }))).toEqual([
      [
        '<b>Nhắc việc buổi sáng</b> 03/6/2026',
        '',
        '<b>🔺 Quá hạn, đề nghị anh/chị chỉ đạo, đôn đốc</b> (1 việc)',
        '🔴 <b>NV03</b> ⭐ Báo cáo giải ngân',
        '   hạn 05/6/2026, quá hạn 3 ngày làm việc · 40% · P.QLKH (Nguyễn Văn An)',
        '   Đã nhắc đơn vị 2 lần.',
        '',
        '<b>🔴 Quá hạn, đề nghị anh/chị báo lý do và ngày hoàn thành</b> (1 việc)',
        '🔴 <b>NV07</b> Báo cáo giải ngân',
        '   hạn 05/6/2026, quá hạn 3 ngày làm việc · 40% · P.QLKH (Nguyễn Văn An)',
        '',
        '<b>🟡 Sắp đến hạn</b> (5 việc, nêu 1)',
        '🟡 <b>NV12</b> Rà soát thủ tục hành chính',
        '   hạn 05/6/2026, còn 2 ngày làm việc · 40% · P.QLKH (Nguyễn Văn An)',
        '',
        'Báo cáo: nhắn “NV07 60% đã gửi dự thảo”. Xem tất cả: /viec',
      ].join('\n'),
    ]);
  });

  it('leaves out a section with nothing in it', () => {
    const [text] = textsOf(aBrief([aDueSoonLine()]));
    expect(text).not.toContain('Quá hạn');
    expect(text).not.toContain('(0');
  });

  it('has a button for each of its worst tasks', () => {
    const [part] = renderMessage(aBrief([anOverdueLine(), aDueSoonLine()]));
    expect(part).toMatchObject({
      keyboard: [
        [
          { text: 'NV07', data: 'tc:7' },
          { text: 'NV12', data: 'tc:12' },
        ],
      ],
    });
  });

  it('is about a task, so that it can be replied to, when it names exactly one', () => {
    const taskIds = (lines: Parameters<typeof aBrief>[0]) =>
      renderMessage(aBrief(lines)).map((part) => (part.type === 'text' ? part.taskId : null));
    expect(taskIds([aDueSoonLine()])).toEqual([12]);
    expect(taskIds([aDueSoonLine(), anOverdueLine()])).toEqual([undefined]);
  });

  it('asks a leader to look, not to report', () => {
    expect(textsOf(aBrief([escalated]))[0]).toMatch(/Xem từng việc: \/nv 03$/);
    const waiting = anOverdueLine({ kind: 'waitsForConfirmation', state: 'reportedDone' });
    expect(textsOf(aBrief([waiting]))[0]).toMatch(/Xem và quyết định từng việc: \/duyet$/);
  });

  it('is one message however much is owed: the worst first, the totals true', () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      anOverdueLine({ taskId: i, code: `NV${i + 100}`, title: `Việc <${i}> ${'rất dài '.repeat(9)}` }),
    );
    const [text = '', ...others] = textsOf(aBrief(lines));
    expect(others).toEqual([]);
    expect(text.length <= 4096 && isBalanced(text) && isWhole(text)).toBe(true);
    const shown = lines.filter(({ code }) => text.includes(`<b>${code}</b>`)).length;
    expect(shown).toBeGreaterThan(10);
    expect(lines.slice(0, shown).every(({ code }) => text.includes(`<b>${code}</b>`))).toBe(true);
    expect(text).toContain(`60 việc, nêu ${shown}`);
  });
});

describe('the director’s /kpi', () => {
  it('gives the figures, each unit and what is late for longest', () => {
    expect(textsOf(aKpi())).toEqual([
      [
        '📊 <b>Toàn Sở</b>',
        'Đến 08:05 Thứ Tư 15/7/2026',
        '',
        'Đúng hạn hoặc trước hạn: <b>97,9%</b> 🔴 (chỉ tiêu 98%)',
        '= 47/48 việc đến hạn; theo cách tính của VPCP: 97,9%',
        'Trừ việc trễ do khách quan đã xác nhận: <b>97,9%</b>',
        '',
        'Tổng số nhiệm vụ: <b>60</b>',
        '• Hoàn thành: 47 (trước hạn 30, đúng hạn 17, quá hạn 0)',
        '• Chờ xác nhận: 2',
        '• Đang làm, trong hạn: 9',
        '• Đang quá hạn: <b>1</b>',
        '• Không có hạn: 1',
        '',
        '<b>Theo đơn vị</b> (đúng hạn · đang quá hạn)',
        '✅ P.KHTC: 100% · 0',
        '🔴 P.QLKH: 95% (trừ khách quan: 96%) · 1',
        '▫️ Trung tâm: chưa có dữ liệu · 0',
        '',
        '<b>Quá hạn lâu nhất</b> (1 việc)',
        '🔴 <b>NV12</b> Rà soát thủ tục hành chính',
        '   hạn 05/6/2026, quá hạn 3 ngày làm việc · 40% · P.QLKH (Nguyễn Văn An)',
      ].join('\n'),
    ]);
  });

  it('comes with its picture, and each unit one tap away', () => {
    const [chart, text] = renderMessage(aKpi());
    expect(chart).toMatchObject({ type: 'kpiChart', caption: 'Toàn Sở, đến 08:05 Thứ Tư 15/7/2026' });
    expect(text).toMatchObject({
      keyboard: [
        [
          { text: 'P.KHTC', data: 'ku:3' },
          { text: 'P.QLKH', data: 'ku:4' },
        ],
        [{ text: 'Trung tâm', data: 'ku:5' }],
      ],
    });
  });

  it('has its buttons under the end of the text when the text is long', () => {
    const [unit] = aKpi().payload.units;
    if (unit === undefined) throw new Error('The sample has no unit');
    const units = Array.from({ length: 80 }, (_, i) => ({
      ...unit,
      unitId: i + 1,
      name: `Phòng số ${i} ${'dài '.repeat(9)}`,
    }));
    const texts = renderMessage(aKpi({ units })).filter((part) => part.type === 'text');
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.map((part) => part.keyboard !== undefined)).toEqual(
      texts.map((_, i) => i === texts.length - 1),
    );
  });

  it('drilled into a unit is text alone, with the way back for those who may read the whole', () => {
    const unit = { scope: { kind: 'unit', unitId: 3 }, units: [], worst: [], isRedraw: true } as const;
    expect(renderMessage(aKpi({ ...unit, units: [], worst: [] }))).toMatchObject([
      { type: 'text', keyboard: [[{ text: '‹ Toàn Sở', data: 'ka' }]] },
    ]);
    const [ofHead] = renderMessage(aKpi({ ...unit, units: [], worst: [], mayReadAll: false }));
    expect(ofHead).not.toHaveProperty('keyboard');
  });

  it('names the period when one is asked for', () => {
    const [text] = textsOf(aKpi({ period: { from: '2026-07-01', to: '2026-07-31' } }));
    expect(text).toContain(', kỳ 01/7/2026 – 31/7/2026');
  });
});

describe('the weekly digest of a group', () => {
  it('says where the campaign stands, with true totals', () => {
    expect(renderMessage(aDigest())).toEqual([
      {
        type: 'text',
        html: [
          '📅 <b>Bản tin tuần</b> – Sở KH&amp;CN',
          '06/7/2026 · ngày thứ 49/500 của đợt thi đua',
          '',
          'Đúng hạn: <b>97,9%</b> 🔴 (chỉ tiêu 98%); trừ khách quan: 97,9%; đang quá hạn: <b>1</b>',
          '',
          '<b>Tuần qua đã hoàn thành</b> (8 việc, nêu 2)',
          '✅ <b>NV12</b> Rà soát thủ tục hành chính · P.QLKH',
          '✅ <b>NV13</b> Rà soát thủ tục hành chính · P.QLKH',
          '',
          '<b>Đang quá hạn</b> (1 việc)',
          '🔴 <b>NV07</b> Rà soát thủ tục hành chính · P.QLKH: hạn 05/6/2026, quá hạn 3 ngày làm việc',
        ].join('\n'),
      },
    ]);
  });

  it('says so when nothing is due and nothing late', () => {
    const nothing = { done: [], doneTotal: 0, overdue: [], overdueTotal: 0 };
    expect(textsOf(aDigest(nothing))[0]).toMatch(/\n\nTuần này không có việc đến hạn hay quá hạn\.$/);
  });
});

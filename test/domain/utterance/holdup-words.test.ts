import { describe, expect, it } from 'vitest';
import { asksLeaders, lacksMeans, namesSomebody } from '../../../src/domain/utterance/holdup-words.ts';

describe('missing money, people or machines', () => {
  it.each([
    'vướng, thiếu kinh phí',
    'vuong do chua co nguon',
    'chưa có nguồn kinh phí thực hiện',
    'đang vướng thiếu nhân lực',
    'thiếu máy móc, thiết bị',
    'chưa được bố trí kinh phí',
    'chưa bố trí được vốn',
    'kinh phí chưa được cấp',
    'chờ Sở Tài chính cấp kinh phí, hiện chưa có kinh phí',
    'không đủ biên chế',
    'chờ duyệt dự toán',
    'thiếu người làm',
  ])('“%s”', (text) => {
    expect(lacksMeans(text)).toBe(true);
  });

  it.each([
    'chờ P.QLKH thẩm định',
    'thiếu số liệu',
    'chưa có nguồn số liệu',
    'chưa có ý kiến',
    'thiếu chữ ký giám đốc',
    'không thiếu kinh phí, chỉ chờ ký',
    'chưa báo tiến độ',
    'thiếu hồ sơ',
  ])('but not “%s”', (text) => {
    expect(lacksMeans(text)).toBe(false);
  });
});

describe('whether somebody beside the means is named', () => {
  it.each([
    ['thiếu kinh phí', false],
    ['kinh phí', false],
    ['do chưa có nguồn', false],
    ['chưa được bố trí', false],
    ['chờ bố trí kinh phí', false],
    ['chờ cấp thêm vốn', false],
    ['chờ Sở Tài chính cấp kinh phí', true],
    ['UBND thành phố phân bổ', true],
    ['đề nghị lãnh đạo Sở xem xét', true],
  ])('“%s”: %s', (waitingFor, names) => {
    expect(namesSomebody(waitingFor)).toBe(names);
  });
});

describe('addressed to the leadership', () => {
  it.each([
    'thiếu hướng dẫn, kiến nghị lãnh đạo Sở xem xét',
    'kính đề nghị Ban Giám đốc chỉ đạo',
    'xin ý kiến lãnh đạo về phương án',
  ])('“%s”', (text) => {
    expect(asksLeaders(text)).toBe(true);
  });

  it.each(['chờ lãnh đạo ký, đã trình Giám đốc', 'chờ P.QLKH thẩm định', 'đề nghị P.KHTC bố trí vốn'])(
    'but not “%s”',
    (text) => {
      expect(asksLeaders(text)).toBe(false);
    },
  );
});

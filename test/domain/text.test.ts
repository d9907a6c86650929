import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, foldText, personSortKey, sortKey } from '../../src/domain/text.ts';

const ALPHABETICAL = 'An Ánh Ăn Ân Dũng Dương Đạt Đức Em Êm Ha Hà Hả Hã Há Hạ Oanh Ông Ơn Uyên Ưng Yên'.split(
  ' ',
);
const PEOPLE =
  'Nguyễn An | Nguyễn Văn An | Trần Văn An | Trần Thị Ánh | Nguyễn Thị Bình | Đỗ Minh Châu | Võ Đình Dũng | Lê Đức Đạt | Phạm Văn Trinh'.split(
    ' | ',
  );

const byKey =
  (keyOf: (text: string) => string) =>
  (a: string, b: string): number => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };

const anySyllable = fc
  .record({
    onset: fc.constantFrom(
      '',
      'b',
      'c',
      'ch',
      'd',
      'đ',
      'g',
      'h',
      'kh',
      'l',
      'ng',
      'nh',
      'ph',
      'qu',
      't',
      'th',
      'x',
    ),
    vowel: fc.constantFrom(...Array.from('aăâeêioôơuưy')),
    tone: fc.constantFrom('', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'),
    coda: fc.constantFrom('', 'c', 'm', 'n', 'ng', 'nh', 'p', 't'),
  })
  .map(({ onset, vowel, tone, coda }) => `${onset}${vowel}${tone}${coda}`.normalize('NFC'));
const anyPhrase = fc.array(anySyllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('the stored form of a text', () => {
  it('is composed: text pasted from a Mac equals text typed here', () => {
    expect(cleanText('Đồng Nai'.normalize('NFD'))).toBe('Đồng Nai');
  });

  it('has no zero-width characters, no doubled or hard spaces, no blanks at its ends', () => {
    expect(cleanText('\uFEFF  NV\u200B12\u00A0\u00A060%\t xong  ')).toBe('NV12 60% xong');
  });

  it('keeps its lines', () => {
    expect(cleanText('dòng một \r\n  dòng hai\n\ndòng bốn')).toBe('dòng một\ndòng hai\n\ndòng bốn');
  });

  it('is its own stored form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('the comparison key', () => {
  it.each([
    ['HOÀ', 'hoa'],
    ['Hòa', 'hoa'],
    ['hòa'.normalize('NFD'), 'hoa'],
    ['Đồng Nai', 'dong nai'],
    // The letter eth, often typed for Đ.
    ['\u00D0ồng Nai', 'dong nai'],
    ['đường', 'duong'],
    ['Trưởng\nphòng   KHTC', 'truong phong khtc'],
  ])('of %s is %s', (text, key) => {
    expect(foldText(text)).toBe(key);
  });

  it('is the same however the text is composed or cased', () => {
    fc.assert(
      fc.property(anyPhrase, (phrase) => {
        const key = foldText(phrase);
        expect(foldText(phrase.normalize('NFD'))).toBe(key);
        expect(foldText(phrase.toUpperCase())).toBe(key);
        expect(key).toMatch(/^[a-z ]+$/);
      }),
    );
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
    expect(foldText('a \u0301')).toBe('a');
  });
});

describe('alphabetical order', () => {
  it('is a ă â … d đ e ê … o ô ơ … u ư, then ngang huyền hỏi ngã sắc nặng', () => {
    expect([...ALPHABETICAL].reverse().sort(byKey(sortKey))).toEqual(ALPHABETICAL);
  });

  it('puts the shorter before the longer, word by word', () => {
    const order = ['An', 'An Bình', 'An Châu', 'Anh', 'Anh An'];
    expect([...order].reverse().sort(byKey(sortKey))).toEqual(order);
  });

  it('puts figures before letters, in their order', () => {
    const order = ['NV 1', 'NV 2', 'NV A', 'P.KHTC', 'Phòng'];
    expect([...order].reverse().sort(byKey(sortKey))).toEqual(order);
  });

  it('is that of the Unicode rules for Vietnamese', () => {
    const { compare } = new Intl.Collator('vi');
    fc.assert(
      fc.property(anyPhrase, anyPhrase, (a, b) => {
        expect(byKey(sortKey)(a, b)).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 500 },
    );
  });

  it('has keys of digits alone, which every collation of a database orders alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sortKey(text)).toMatch(/^\d+$/);
      }),
    );
  });
});

describe('the order of people', () => {
  it('is by given name, then family name, then middle names', () => {
    expect([...PEOPLE].reverse().sort(byKey(personSortKey))).toEqual(PEOPLE);
  });

  it('takes a single word as a given name', () => {
    expect(['Nguyễn An', 'An', 'Ánh'].sort(byKey(personSortKey))).toEqual(['An', 'Nguyễn An', 'Ánh']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/domain/text.ts';
import type { UtteranceContext } from '../../../src/domain/utterance/meaning.ts';
import { readUtterance } from '../../../src/domain/utterance/read-utterance.ts';
import { CORPUS, type CorpusLine, contextOf } from './corpus.ts';

const DONE = new Set(['done', 'reportedDone', 'basicallyDone']);

function claimsDone(text: string, context: UtteranceContext): boolean {
  const { status, updates = [] } = readUtterance(text, context);
  return [status, ...updates.map((update) => update.status)].some(
    (one) => one !== undefined && DONE.has(one),
  );
}

/** What a message comes to, without the words that are quoted from it. */
function essence(text: string, context: UtteranceContext) {
  const { intent, task, percent, delta, status, on, updates } = readUtterance(text, context);
  const each = updates?.map((update) => [update.task, update.percent, update.status]);
  return { intent, task, percent, delta, status, on, each };
}

/** Without marks these read as other words, all of them more cautiously: what the lost mark decided is in brackets. */
const HOMOGRAPHS: Readonly<Record<string, string>> = {
  'mơi em nộp nghen anh': 'mơi (mai) / mới',
  'hôm qua đá banh vui quá': 'đá / đã',
  'GĐ đã ký KH số 77/KH-SKHCN ngày 7/7': 'KH (kế hoạch) / kh (không)',
  'đã trả lời cử tri bằng công văn 634/SKHCN-VP ngày 3/7': 'cử / cũ, tri / trì',
  'đang bị trễ so với kế hoạch': 'bị / bí',
  'thay anh Nam bằng chị Mai': 'Mai / mai',
  'việc này em Thu làm nhé': 'Thu / thu',
  '15/6 em xong rồi mà': 'mà (à) / mà (nhưng)',
  'xong khâu mời thầu': 'mời / mới',
  'ok đã xong nha chị Diễm': 'Diễm / diễm',
  'KHTC xong phần kinh phí, phần kỹ thuật chờ CĐS': 'chờ / cho',
  'Bộ đã có hướng dẫn rồi ạ': 'Bộ / bỏ',
  'em ở phòng họp tầng 2': 'tầng / tăng',
  'anh Bình cho lùi rồi': 'Bình / bình',
  'giao lại cho anh Bình': 'Bình / bình',
  'đã ban hành KH số 45/KH-SKHCN': 'KH (kế hoạch) / kh (không)',
  'em Sáu làm xong rồi ạ': 'Sáu / sau',
  'chưa đụng tới nữa anh': 'nữa / nửa',
};

const lines = CORPUS.map((line) => [line.text, line] as const);
const anyLine = fc.constantFrom(...CORPUS);
const isClaim = (line: CorpusLine): boolean =>
  line.actor !== 'leader' && line.expect.updates === undefined && claimsDone(line.text, contextOf(line));
const claim = fc.constantFrom(...CORPUS.filter(isClaim));

describe('a message of the corpus', () => {
  it.each(lines)('"%s" means the same decomposed', (text, line) => {
    expect(essence(text.normalize('NFD'), contextOf(line))).toEqual(essence(text, contextOf(line)));
  });

  const plain = lines.filter(([text]) => !(text in HOMOGRAPHS));
  it.each(plain)('"%s" means the same without diacritics', (text, line) => {
    const folded = text.split('\n').map(foldText).join('\n');
    expect(essence(folded, contextOf(line))).toEqual(essence(text, contextOf(line)));
  });

  it.each(Object.keys(HOMOGRAPHS))('"%s" is no completion without diacritics', (text) => {
    const line = CORPUS.find((one) => one.text === text);
    expect(line).toBeDefined();
    expect(claimsDone(foldText(text), contextOf(line as CorpusLine))).toBe(false);
  });

  it('means the same with politeness behind it', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(' ạ', ' nha', ' rồi đó', ' nhé anh', ' ạ 👍'), (line, closer) => {
        fc.pre(!line.text.endsWith('?'));
        expect(essence(line.text + closer, contextOf(line))).toEqual(essence(line.text, contextOf(line)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a completion of the corpus', () => {
  const notDone = (before: readonly string[], behind: readonly string[]) =>
    fc.assert(
      fc.property(claim, fc.constantFrom(...before), fc.constantFrom(...behind), (line, head, tail) => {
        expect(claimsDone(head + line.text + tail, contextOf(line))).toBe(false);
      }),
      { numRuns: 500 },
    );

  it('is none behind "chưa"', () => notDone(['chưa ', 'chua ', 'vẫn chưa ', 'chưa '.normalize('NFD')], ['']));
  it('is none as a question', () =>
    notDone([''], ['?', ' chưa?', ' chưa anh?', ' phải không', ' được không']));
  it('is none when planned, wished or made a condition', () =>
    notDone(['dự kiến ', 'sẽ ', 'nếu ', 'khi nào ', 'phải ', 'cố gắng ', 'hứa ', 'nghe nói '], ['']));
});

describe('what only sounds finished', () => {
  const negations = [
    'không hoàn thành',
    'chưa xong',
    'gần xong',
    'sắp xong',
    'xong phần 1',
    'xong bước 2',
    'xong bước khảo sát',
    'gần như hoàn thành',
    'dự kiến hoàn thành',
    'phải hoàn thành',
    'nếu xong',
    'xong chưa?',
    'chưa hoàn thành 100%',
    'đang cơ bản hoàn thành',
  ];
  const beside = ['', 'dạ ', 'NV12 ', 'em ', 'anh ơi ', 'việc này '];
  const behind = ['', ' ạ', ' nha anh', ' rồi đó', ' em', ' 👍'];

  it('is never a completion, however it is wrapped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...negations),
        fc.constantFrom(...beside),
        fc.constantFrom(...behind),
        fc.constantFrom('NFC', 'NFD', 'folded'),
        (text, head, tail, form) => {
          const typed = head + text + tail;
          const written = form === 'folded' ? foldText(typed) : typed.normalize(form);
          const line: CorpusLine = { text: written, reply: 'NV12', expect: { intent: 'unknown' } };
          expect(claimsDone(written, contextOf(line))).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

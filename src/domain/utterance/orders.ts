import type { DayMention } from './dates.ts';
import type { Meaning } from './meaning.ts';
import { splitUnits } from './naming.ts';
import { hitsOf, type Reading } from './reading.ts';
import { foldInPlace } from './typed-text.ts';

/** Stands in place of what was cut out; nobody types it. */
const CUT = '\uE000';
const EDGES = /^[\s,.;:–-]+|[\s,.;:–!?-]+$/g;
/** Words that lead up to the day by which something is due. */
const DUE_BEFORE =
  /(?:^|[\s,;])((?:(?:phai |can )?(?:hoan thanh|xong|bao cao ket qua|nop|gui|trinh|bao cao) )?(?:(?:truoc|cham nhat|muon nhat|den het|den|toi|trong|vao|het|han chot|thoi han|han|deadline|xong)(?: la| cuoi)?:? ?)+(?:ngay )?)$/;
/** "còn 2 ngày nữa": how much time is left, not a day that is set. */
const LEFT_BEFORE = /(?:^| )con (?:co |dung |khoang )?$/;
/** "…, chiều mai xong". */
const DUE_BEHIND =
  /^ (?:phai |la )?(?:xong|hoan thanh|bao cao|nop|trinh|gui|co)(?= ?(?:$|[,;.\n]| (?:nhe|nha|cho anh|cho chi|anh|chi)))/;
const CADENCE =
  /(?:(?:truoc )?(?:ngay \d{1,2}|thu (?:hai|ba|tu|nam|sau|\d)) )?(?:hang|moi) (?:ngay|tuan|thang|quy|nam)(?! nay)/;
const PRODUCT = /(?:san pham|ket qua|dau ra)(?: can co| giao nop)?(?: la|:| gom)\s*(?<what>[^,;.\n]+)/;
const HAS_COORDINATION = /phoi hop|ho tro|tham gia/;
const IS_IN_CHARGE =
  /^(?:do )?(?:anh|chi|dong chi|em) [a-z]+(?: [a-z]+)? (?:lam |la )?(?:chu tri|phu trach|dau moi|theo doi|chi dao|chiu trach nhiem)$/;
const ORDER_WORDS =
  /^(?:(?:giao(?: nhiem vu| viec)?|phan cong|yeu cau|de nghi|nho|chi dao|giup anh|giup|cho|phong|ban|anh|chi|em|va|cung|cac|thi|la|viec|:|,|chu tri|lam dau moi|dau moi|thuc hien nhiem vu|khan truong|gap)\s+)+/;
const CLOSING_WORDS = /(?:\s+(?:nhe|nha|nhen|gap|giup anh|giup chi|giup|ngay|di|em|luon|cho anh|cho chi))+$/;

/** The day mentioned by which an order is due: the one led up to by "trước", "hạn" …, else the first. */
export function dueMention(reading: Reading): DayMention | undefined {
  const dated = reading.days.filter(
    ({ kind, start }) => kind === 'day' && !LEFT_BEFORE.test(reading.folded.slice(0, start)),
  );
  return dated.find(({ start }) => dueWordsBefore(reading, start) > 0) ?? dated[0];
}

/** How many characters before a place lead up to a due day. */
const dueWordsBefore = ({ folded }: Reading, start: number): number =>
  DUE_BEFORE.exec(folded.slice(0, start))?.[1]?.length ?? 0;

/** The due day as typed, with the words that lead up to it, and where it stands. */
function findDeadline(reading: Reading): { start: number; end: number } | undefined {
  const cadence = CADENCE.exec(reading.folded);
  if (cadence !== null) return { start: cadence.index, end: cadence.index + cadence[0].length };
  const day = dueMention(reading);
  if (day === undefined) return undefined;
  const behind = DUE_BEHIND.exec(reading.folded.slice(day.end))?.[0].length ?? 0;
  return { start: day.start - dueWordsBefore(reading, day.start), end: day.end + behind };
}

function cutSpan(text: string, span: { start: number; end: number } | undefined): string {
  if (span === undefined) return text;
  return text.slice(0, span.start) + CUT.repeat(span.end - span.start) + text.slice(span.end);
}

/** The clauses of an order that say what to do: not by when, with whom, or what to hand in. */
function readTitle(reading: Reading): string | undefined {
  const { lead } = splitUnits(reading);
  const opening = hitsOf(reading, 'give', 'transfer', 'remind')[0];
  const from = Math.max(opening?.end ?? 0, lead !== undefined && isEarly(reading, lead.start) ? lead.end : 0);
  const deadline = findDeadline(reading);
  const folded = cutSpan(reading.folded, deadline).slice(from);
  const clauses = folded.split(/([,;\n.](?=\s|$))/);
  let place = from;
  const kept: string[] = [];
  for (const clause of clauses) {
    const typed = reading.text.slice(place, place + clause.length);
    if (!isAside(clause)) kept.push(withoutMarked(clause, typed));
    place += clause.length;
  }
  return tidyTitle(kept.join(''));
}

const isEarly = (reading: Reading, start: number): boolean =>
  start === 0 || /^(?:[a-z.]+ ?){1,4}$/.test(reading.folded.slice(0, start));

function isAside(clause: string): boolean {
  const bare = clause.replaceAll(CUT, ' ').trim();
  if (/^[,;.\n]?$/.test(bare) && clause.includes(CUT)) return true;
  return HAS_COORDINATION.test(bare) || PRODUCT.test(bare) || IS_IN_CHARGE.test(bare);
}

const withoutMarked = (marked: string, typed: string): string =>
  Array.from({ length: marked.length }, (_, i) => (marked[i] === CUT ? '' : (typed[i] ?? ''))).join('');

function tidyTitle(raw: string): string | undefined {
  let title = raw
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.])/g, '$1')
    .replace(/([,;.])(?:\s*[,;.])+/g, '$1')
    .replace(EDGES, '');
  const folded = foldInPlace(title);
  const head = ORDER_WORDS.exec(folded)?.[0].length ?? 0;
  title = title.slice(head);
  const tail = CLOSING_WORDS.exec(folded.slice(head))?.[0].length ?? 0;
  title = title.slice(0, title.length - tail).replace(EDGES, '');
  return /\p{L}{2}/u.test(title) ? title : undefined;
}

/** What an order says beside whom it is for: the work, by when in its own words, the product, who works with. */
export function orderFields(reading: Reading): Partial<Meaning> {
  const { lead, coordinating } = splitUnits(reading);
  const deadline = findDeadline(reading);
  const what = PRODUCT.exec(reading.folded);
  const at =
    what?.groups?.['what'] === undefined ? -1 : what.index + what[0].length - what.groups['what'].length;
  const typed = deadline && reading.text.slice(deadline.start, deadline.end).trim();
  const title = readTitle(reading);
  return {
    ...(lead?.code !== undefined && { unit: lead.code }),
    ...(coordinating.length > 0 && { coordinating: coordinating.flatMap(({ code }) => code ?? []) }),
    ...(title !== undefined && { title }),
    ...(what !== null &&
      at >= 0 && { expectedProduct: reading.text.slice(at, what.index + what[0].length).trim() }),
    ...(typed !== undefined && { deadline: typed }),
    ...(typed !== undefined && /(?:^| )trước|(?:^| )truoc/i.test(typed) && { isBeforeDay: true as const }),
  };
}

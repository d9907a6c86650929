import { between, hitsOf, type Reading } from './reading.ts';

/** What stands between the other one and its lateness: how it is late, and with what. */
const LATE_WITH =
  /^ (?:(?:dang|bi|con|lam|qua|hoi|giao|gui|nop|tra|chuyen|cung cap|phan hoi|tra loi|thi cong|thuc hien|cap|bo tri|hang|thiet bi|may moc|may|vat tu|vat lieu|hang hoa|so lieu|ho so|bao cao|y kien|von|kinh phi|lai|cho em|ve) )*$/;
/** Goods are late by their seller, not by who waits for them. */
const GOODS_ON_THE_WAY =
  /(?<![a-z])((?:thiet bi|may moc|may|vat tu|vat lieu|nguyen lieu|linh kien|hang hoa|hang)(?: moi| nhap)?) (?:dang |bi |van |se )*(?:ve|den|toi|giao|nhap ve|nhap|cung cap|chuyen)(?: hang| ve| den| toi| hoi| qua| bi)* $/;

/** "thiết bị về chậm": the goods that are late, as typed. */
export function lateGoods(reading: Reading): string | undefined {
  for (const { start } of hitsOf(reading, 'late')) {
    const match = GOODS_ON_THE_WAY.exec(reading.folded.slice(0, start));
    if (match?.[1] !== undefined) return reading.text.slice(match.index, match.index + match[1].length);
  }
  return undefined;
}

/** "nhà thầu trễ", "nhà cung cấp giao hàng chậm", "máy móc giao trễ": late is somebody else. */
export const isOtherLate = (reading: Reading): boolean =>
  lateGoods(reading) !== undefined ||
  hitsOf(reading, 'late').some(({ start }) =>
    reading.parties.some(
      ({ kind, end }) =>
        (kind === 'outside' || kind === 'unit') && LATE_WITH.test(between(reading, end, start)),
    ),
  );

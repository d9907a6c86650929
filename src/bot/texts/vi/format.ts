import { DateTime } from 'luxon';
import { formatDay, ZONE } from '../../../domain/days.ts';

export { formatDay };

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];

/** `08:00 Thứ Hai 05/6/2026`. */
export function formatMoment(instant: Date): string {
  const local = DateTime.fromJSDate(instant, { zone: ZONE });
  return `${local.toFormat('HH:mm')} ${WEEKDAYS[local.weekday - 1]} ${formatDay(local.toFormat('yyyy-MM-dd'))}`;
}

/** `62,5 %`, at most one decimal. */
export const formatPercent = (percent: number): string => `${formatNumber(Math.round(percent * 10) / 10)}%`;

/** A share (0–1) as `97,9%`, cut and not rounded: a missed target never reads as met. `null` where nothing was due. */
export function formatShare(share: number | null): string {
  if (share === null) return 'chưa có dữ liệu';
  return `${formatNumber(Math.floor(share * 1000) / 10)}%`;
}

/** `12.345,6`: dot for thousands, comma for decimals. */
export const formatNumber = (value: number): string =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });

/** The true total beside what is shown of it: `45 việc, nêu 30`. */
export const countShown = (total: number, shown: number): string =>
  total > shown ? `${total} việc, nêu ${shown}` : `${total} việc`;

/** A text cut to a length for a list, at a word where possible. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > length * 0.6 ? cut.slice(0, space) : cut}…`;
}

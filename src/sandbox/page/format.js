const ZONE = 'Asia/Ho_Chi_Minh';
const WEEKDAYS = {
  Mon: 'Thứ Hai',
  Tue: 'Thứ Ba',
  Wed: 'Thứ Tư',
  Thu: 'Thứ Năm',
  Fri: 'Thứ Sáu',
  Sat: 'Thứ Bảy',
  Sun: 'Chủ nhật',
};

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  year: 'numeric',
  month: 'numeric',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function partsOf(date) {
  return Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
}

/** `07:30`. */
export function formatTime(date) {
  const { hour, minute } = partsOf(date);
  return `${hour}:${minute}`;
}

/** `Thứ Sáu 05/6/2026`: as offices write it, only the months 1 and 2 are padded. */
export function formatDay(date) {
  const { weekday, day, month, year } = partsOf(date);
  const paddedMonth = Number(month) < 3 ? `0${Number(month)}` : Number(month);
  return `${WEEKDAYS[weekday]} ${day}/${paddedMonth}/${year}`;
}

/** `2026-06-05`, the value of a date field. */
export function isoDay(date) {
  const { day, month, year } = partsOf(date);
  return `${year}-${month.padStart(2, '0')}-${day}`;
}

export function formatSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** A text as it is searched: no diacritics, lower case. */
export function fold(text) {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

/** Makes an element with a class and text or children; text is never read as HTML. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** The round mark of a person or group: initials of the given name on one of eight colours. */
export function paintAvatar(target, id, name) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  target.textContent = (words.at(-1) ?? '?').slice(0, 1).toUpperCase();
  target.className = `avatar tint-${Math.abs(id) % 8}`;
}

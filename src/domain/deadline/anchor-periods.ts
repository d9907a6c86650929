import type { Day } from '../days.ts';
import { addMonths, monthOf, yearOf } from './calendar-arithmetic.ts';

const NEXT = '(?:sau|toi|ke tiep|tiep theo)';
const THIS = '(?:nay|hien tai)';

const monthText = (day: Day): string => `thang ${monthOf(day)}/${yearOf(day)}`;
const quarterText = (day: Day): string => `quy ${Math.ceil(monthOf(day) / 3)}/${yearOf(day)}`;

/** "Đầu tháng" said when the month's beginning is over means the next one; likewise its middle and the year's start. */
function anchorBeginnings(text: string, issuedOn: Day): string {
  const dayOfMonth = Number(issuedOn.slice(8));
  const comingMonth = (pastFrom: number): string =>
    monthText(addMonths(issuedOn, dayOfMonth > pastFrom ? 1 : 0));
  return text
    .replace(/\bdau thang(?! \d)/g, `dau ${comingMonth(10)}`)
    .replace(/\bgiua thang(?! \d)/g, `giua ${comingMonth(20)}`)
    .replace(
      /(?<!thang |nua )\bdau nam(?! \d)/g,
      `dau nam ${yearOf(issuedOn) + (monthOf(issuedOn) > 3 ? 1 : 0)}`,
    );
}

/**
 * Gives the months, quarters and years that are named from today their numbers: "cuối tháng sau" → `cuoi thang 7/2026`,
 * "hết quý" → `het quy 2/2026`. Expects the canonical spelling.
 */
export function anchorPeriods(canonical: string, issuedOn: Day): string {
  const year = yearOf(issuedOn);
  const named = canonical
    .replace(
      new RegExp(`\\bngay (\\d{1,2}) (?:cua )?thang (?:${NEXT}|${THIS})\\b`, 'g'),
      (whole, day: string) => {
        const month = addMonths(issuedOn, / thang (?:nay|hien)/.test(whole) ? 0 : 1);
        return `${day}/${monthOf(month)}/${yearOf(month)}`;
      },
    )
    .replace(new RegExp(`\\bthang ${NEXT}\\b`, 'g'), monthText(addMonths(issuedOn, 1)))
    .replace(new RegExp(`\\bquy ${NEXT}\\b`, 'g'), quarterText(addMonths(issuedOn, 3)))
    .replace(new RegExp(`\\bnam ${NEXT}\\b`, 'g'), `nam ${year + 1}`)
    .replace(new RegExp(`\\bthang ${THIS}\\b`, 'g'), monthText(issuedOn))
    .replace(new RegExp(`\\bquy ${THIS}\\b`, 'g'), quarterText(issuedOn))
    .replace(new RegExp(`\\bnam ${THIS}\\b`, 'g'), `nam ${year}`)
    .replace(/(\d{1,2}\/\d{1,2}),? nam (\d{4})/g, '$1/$2')
    .replace(/\b((?:thang|quy) \d{1,2}),? nam (\d{4})/g, '$1/$2');
  return anchorBeginnings(named, issuedOn)
    .replace(/(?<=\b(?:cuoi|het|trong|den|toi)(?: cua)? )thang(?! \d)/g, monthText(issuedOn))
    .replace(
      /(?<=\b(?:cuoi|het|trong|dau|giua|den|toi)(?: cua)? )quy(?! (?:\d|dinh|che|trinh|hoach|mo|chuan))/g,
      quarterText(issuedOn),
    )
    .replace(
      /(?<=\b(?:cuoi|het|trong|giua|ca|den|toi)(?: cua)? )(?<!\d thang cuoi )nam(?! (?:\d|bat|hoc))/g,
      `nam ${year}`,
    );
}

import { isWorkingDay, officeTime } from './check-calendar.ts';
import type { Evidence, SaidMessage } from './evidence.ts';

const SCHEDULED = /^(Nhắc việc|.*Bản tin tuần)/;

/** A scheduled message that went out when it must not, or beside another in the same slot. */
export interface Untimely {
  chatId: number;
  messageId: number;
  businessAt: string;
  why: 'outsideSlot' | 'secondInSlot';
}

/**
 * What the clock owes goes out in the two slots of a working day, from 07:30 until the quiet hours at 17:00, one
 * message a person and slot (product.md §6). Equal messages count once here: repeats are judged by their own check.
 */
export function checkHours({ messages, calls, calendar }: Evidence): Untimely[] {
  const digests = new Map(calls.map((call) => [`${call.chatId}:${call.messageId}`, call.digest]));
  const scheduled = messages.filter(({ heading }) => SCHEDULED.test(heading));
  const first = new Map<string, string>();
  return scheduled.flatMap((message): Untimely[] => {
    const slot = slotOf(message, calendar);
    if (slot === null) return [untimely(message, 'outsideSlot')];
    const key = `${message.chatId} ${slot}`;
    const digest = digests.get(`${message.chatId}:${message.messageId}`) ?? String(message.messageId);
    const known = first.get(key) ?? digest;
    first.set(key, known);
    return known === digest ? [] : [untimely(message, 'secondInSlot')];
  });
}

/** The slot in which a moment lies, or `null`. */
function slotOf({ businessAt }: SaidMessage, calendar: Evidence['calendar']): string | null {
  const { day, time } = officeTime(businessAt);
  if (!isWorkingDay(day, calendar) || time < '07:30' || time >= '17:00') return null;
  return `${day} ${time < '14:00' ? 'morning' : 'afternoon'}`;
}

function untimely({ chatId, messageId, businessAt }: SaidMessage, why: Untimely['why']): Untimely {
  const { day, time } = officeTime(businessAt);
  return { chatId, messageId, businessAt: `${day} ${time}`, why };
}

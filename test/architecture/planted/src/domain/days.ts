import { DateTime } from 'luxon';
import { z } from 'zod';

// A comment may speak Vietnamese: ngày làm việc; and of Date.now() or process.env.
export const daySchema = z.string();
export const dayOf = (instant: Date): string => DateTime.fromJSDate(instant).toFormat('yyyy-MM-dd');
export const later = (instant: Date): Date => new Date(instant.getTime() + 1);

import { DateTime } from 'luxon';

export const moments = [Date.now(), new Date(), Date(), DateTime.now(), DateTime.local(), performance.now()];
export const chance = Math.random();

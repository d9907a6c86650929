export { dayOf } from './domain/days.ts';

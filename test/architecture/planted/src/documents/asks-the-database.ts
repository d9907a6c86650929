export { OVERDUE } from '../db/queries/tasks.ts';

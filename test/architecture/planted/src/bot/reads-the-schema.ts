export { tasks } from '../db/schema/tasks.ts';

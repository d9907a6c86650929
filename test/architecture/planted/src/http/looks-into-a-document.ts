export { OVERDUE } from '../documents/asks-the-database.ts';

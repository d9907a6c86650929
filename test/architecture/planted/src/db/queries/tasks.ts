export const OVERDUE = 'select id from tasks where due_on < $1 and claimed_at < clock_timestamp()';

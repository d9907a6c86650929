export const TODAY = 'select current_date';
export const REAL_TIME = `select clock_timestamp() - ${1} * interval '1 day'`;

export const OVERDUE = 'Quá hạn';
export const overdue = (days: number): string => `đã ${days} ngày`;
export const isOverdue = (text: string): boolean => /trễ/.test(text);

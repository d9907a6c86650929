export const BUTTONS = { undo: 'Hoàn tác' } as const;

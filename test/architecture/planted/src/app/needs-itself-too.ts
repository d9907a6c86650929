import { first } from './needs-itself.ts';

export const second = (): number => first() + 1;

import { second } from './needs-itself-too.ts';

export const first = (): number => second() + 1;

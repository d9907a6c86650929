// @ts-expect-error the file is not there
export { nothing } from './not-there.ts';

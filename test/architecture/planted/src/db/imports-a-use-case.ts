export { reportProgress } from '../app/report-progress.ts';

import { mkdir, writeFile } from 'node:fs/promises';
import { makePeopleWorkbook, makeTaskWorkbook } from './sample/workbooks.ts';

const folder = new URL('../sample/', import.meta.url);

await mkdir(folder, { recursive: true });
await writeFile(new URL('nhan-su.xlsx', folder), await makePeopleWorkbook());
await writeFile(new URL('nhiem-vu.xlsx', folder), await makeTaskWorkbook());
console.log('sample/nhan-su.xlsx and sample/nhiem-vu.xlsx written');

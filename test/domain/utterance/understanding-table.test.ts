import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderUnderstandingTable, TABLE_FILE } from '../../../scripts/make-understanding-table.ts';

it('the guide’s table of what is understood is the one that the corpus gives (run the script to renew it)', () => {
  expect(readFileSync(TABLE_FILE, 'utf8')).toBe(renderUnderstandingTable());
});

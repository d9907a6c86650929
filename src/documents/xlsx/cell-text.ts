import type { Cell, CellValue } from 'exceljs';
import { cleanText } from '../../domain/text.ts';
import { decodeLegacyText } from './legacy-text.ts';

/** What a cell shows, as clean text: rich text joined, a formula's result, days as dd/mm/yyyy, shares as percent. */
export function readCellText(cell: Cell): string {
  const text = valueText(cell.value, cell.numFmt);
  return cleanText(decodeLegacyText(text, cell.font?.name));
}

function valueText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value !== 'object') return typeof value === 'boolean' ? (value ? 'x' : '') : value;
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return linkText(value.text);
  return 'result' in value ? valueText(value.result ?? null, format) : '';
}

/** The text of a link may itself be rich text, whatever the typings say. */
function linkText(text: unknown): string {
  if (typeof text === 'string') return text;
  return valueText((text ?? null) as CellValue, undefined);
}

function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

function numberText(value: number, format: string | undefined): string {
  if (format?.includes('%') === true) return `${Number((value * 100).toFixed(2))}%`;
  return String(value);
}

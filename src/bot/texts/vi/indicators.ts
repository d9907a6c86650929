import { INDICATOR_ASSESSMENTS, targetWords, valueWords } from '../../../documents/indicator-words.ts';
import type { IndicatorLight, IndicatorLine } from '../../../domain/indicator/indicator.ts';
import type { MessagePayloads } from '../../../domain/message/messages.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, formatNumber, shorten } from './format.ts';

const LIGHTS: Record<IndicatorLight, string> = {
  reached: '🟢',
  onTrack: '🟡',
  behind: '🔴',
  watched: '🔵',
  unknown: '⚪',
};

const line = (row: IndicatorLine): Html =>
  html`${LIGHTS[row.light]} <b>${row.code}</b> ${shorten(row.name, 60)}: ${valueWords(row)} (${targetWords(row)})`;

export function indicatorList(model: MessagePayloads['indicatorList']): Html {
  const count = (light: IndicatorLight) => model.lines.filter((row) => row.light === light).length;
  return lines(
    html`<b>${model.lines.length} chỉ tiêu</b>, ngày ${formatDay(model.on)}: 🟢 ${count('reached')} đạt · 🟡 ${count('onTrack')} đúng tiến độ · 🔴 ${count('behind')} chậm · ⚪ ${count('unknown')} chưa có số liệu`,
    ...model.lines.map(line),
    html`Chọn chỉ tiêu để xem cách tính, hoặc nhập: /chitieu CT-11 12,5/20 tỷ`,
  );
}

const amount = (part: number, whole: number | null): string =>
  whole === null ? formatNumber(part) : `${formatNumber(part)}/${formatNumber(whole)}`;

const periodOf = ({ fromOn, toOn }: { fromOn: string; toOn: string }): string =>
  `${formatDay(fromOn)}–${formatDay(toOn)}`;

export function indicatorSheet(model: MessagePayloads['indicatorSheet']): Html {
  const { part, whole, baseline } = model;
  return lines(
    html`${LIGHTS[model.light]} <b>${model.code} ${model.name}</b>`,
    html`${model.text}`,
    html`Hiện tại: <b>${valueWords(model)}</b>${part === null ? '' : ` (${amount(part, whole)})`} · Mức: ${targetWords(model)} · ${INDICATOR_ASSESSMENTS[model.light]}`,
    html`Nguồn: ${model.isAutomatic ? 'hệ thống tính từ nhiệm vụ' : `${model.owner} nhập`}, tính đến ${formatDay(model.on)}`,
    model.needsBaseline &&
      (baseline === null
        ? html`Số liệu gốc: chưa có. Văn phòng nhập một lần: /chitieu ${model.code} gốc 40 theo 12/BC-SKHCN ngày 01/6/2026`
        : html`Số liệu gốc: ${formatNumber(baseline.value)} (${shorten(baseline.document, 120)}), đã khóa`),
    ...model.history.map(
      (row) =>
        html`• ${periodOf(row)}: ${amount(row.part, row.whole)}, ${row.by}${row.note === null ? '' : ` – ${shorten(row.note, 120)}`}`,
    ),
    model.mayEnter && html`Nhập số mới: /chitieu ${model.code} 12,5/20, nguồn hoặc ghi chú`,
  );
}

export const indicatorToConfirm = (model: MessagePayloads['indicatorToConfirm']): Html =>
  lines(
    html`<b>${model.code}</b> ${model.name}`,
    model.isBaseline
      ? html`Số liệu gốc: <b>${formatNumber(model.part)}</b>. Ghi xong sẽ khóa, không sửa được.`
      : html`Kỳ ${model.period === null ? '' : periodOf(model.period)}: <b>${amount(model.part, model.whole)}</b>${model.before === null ? '' : ` (trước: ${amount(model.before.part, model.before.whole)})`}`,
    model.note !== null && html`${model.isBaseline ? 'Văn bản' : 'Ghi chú'}: ${shorten(model.note, 300)}`,
    html`Anh/chị xác nhận?`,
  );

export const indicatorEntered = (model: MessagePayloads['indicatorEntered']): Html =>
  model.isBaseline
    ? html`Đã ghi và khóa số liệu gốc của <b>${model.code}</b> ${model.name}.`
    : html`Đã ghi số liệu của <b>${model.code}</b> ${model.name}.`;

export const indicatorDropped = (model: MessagePayloads['indicatorDropped']): Html =>
  html`Đã bỏ, <b>${model.code}</b> giữ nguyên.`;

/** "gốc 40 theo 12/BC-SKHCN": whether a baseline is meant, and what stands behind the word. */
export function splitBaseline(typed: string): { isBaseline: boolean; figure: string } {
  const [, figure] = /^(?:số liệu gốc|so lieu goc|gốc|goc)\s*:?\s*(.*)$/isu.exec(typed.trim()) ?? [];
  return figure === undefined ? { isBaseline: false, figure: typed } : { isBaseline: true, figure };
}

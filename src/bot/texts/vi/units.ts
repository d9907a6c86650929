import type { MessagePayloads } from '../../../domain/message/messages.ts';
import type { SuccessionCounts } from '../../../domain/message/people-payloads.ts';
import { type Html, html, lines } from '../html.ts';

/** "Phòng Công nghệ số (P.CNS)": a unit's new name with its short one; `null` when either is missing. */
export function readUnitName(typed: string): { name: string; shortName: string } | null {
  const [, name, shortName] = /^(.{3,120}?)\s*\(([^()]{1,20})\)[\s.]*$/u.exec(typed) ?? [];
  return name === undefined || shortName === undefined
    ? null
    : { name: name.trim(), shortName: shortName.trim() };
}

const countsOf = ({ people, openTasks, groups }: SuccessionCounts): string =>
  `${people} người, ${openTasks} việc chưa xong, ${groups} nhóm chat`;

export const unitList = (model: MessagePayloads['unitList']): Html =>
  lines(
    html`<b>Đơn vị</b>`,
    ...model.units.map(({ name, shortName }) => html`• ${name} (${shortName})`),
    html`Chọn đơn vị để đổi tên hoặc sáp nhập.`,
  );

export const unitSheet = (model: MessagePayloads['unitSheet']): Html =>
  lines(html`<b>${model.name}</b> (${model.shortName})`, html`${countsOf(model.counts)}`);

export const unitNameWanted = (model: MessagePayloads['unitNameWanted']): Html =>
  html`Tên mới của <b>${model.name}</b> (${model.shortName})? Anh/chị trả lời tin này bằng tên và tên tắt trong ngoặc, ví dụ: Phòng Công nghệ số (P.CNS).`;

export const chooseUnitToJoin = (model: MessagePayloads['chooseUnitToJoin']): Html =>
  html`Sáp nhập <b>${model.name}</b> vào đơn vị nào?`;

export const successionToConfirm = (model: MessagePayloads['successionToConfirm']): Html =>
  lines(
    model.isMerger
      ? html`<b>${model.name}</b> sáp nhập vào <b>${model.to}</b> từ hôm nay.`
      : html`<b>${model.name}</b> đổi tên thành <b>${model.to}</b> từ hôm nay.`,
    html`Chuyển theo: ${countsOf(model.counts)}. Báo cáo và số liệu trước hôm nay giữ tên cũ.`,
    model.isMerger && html`Trưởng, phó của đơn vị cũ thành nhân viên; anh/chị giao chức vụ ở /nhansu.`,
    html`Anh/chị xác nhận?`,
  );

export const unitSucceeded = (model: MessagePayloads['unitSucceeded']): Html =>
  lines(
    model.isMerger
      ? html`Đã sáp nhập ${model.name} vào <b>${model.to}</b>.`
      : html`${model.name} nay là <b>${model.to}</b>.`,
    html`Đã chuyển: ${countsOf(model.counts)}.`,
  );

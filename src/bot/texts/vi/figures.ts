import type { Figures } from '../../../domain/kpi/figures.ts';
import type { DigestModel, KpiModel } from '../../../domain/message/messages.ts';
import { type Html, html, lines } from '../html.ts';
import { countShown, formatDay, formatMoment, formatShare, shorten } from './format.ts';
import { describeDue, taskLine } from './tasks.ts';

/** ✅ target met, 🔴 missed, ▫️ nothing was due. */
const lightOf = (rate: number | null, target: number): string => {
  if (rate === null) return '▫️';
  return rate >= target ? '✅' : '🔴';
};

/** The counts of a scope, one a line, as a director reads them. */
function describeFigures(figures: Figures): Html {
  return lines(
    html`Tổng số nhiệm vụ: <b>${figures.tasks}</b>`,
    html`• Hoàn thành: ${figures.doneEarly + figures.doneOnDay + figures.doneLate} (trước hạn ${figures.doneEarly}, đúng hạn ${figures.doneOnDay}, quá hạn ${figures.doneLate})`,
    html`• Chờ xác nhận: ${figures.awaitingConfirmation}`,
    html`• Đang làm, trong hạn: ${figures.openInTime}`,
    html`• Đang quá hạn: <b>${figures.overdueOpen}</b>`,
    html`• Không có hạn: ${figures.noDeadline}`,
  );
}

export function kpi(model: KpiModel): Html {
  const { figures } = model;
  const period =
    model.period === null ? '' : `, kỳ ${formatDay(model.period.from)} – ${formatDay(model.period.to)}`;
  return lines(
    html`📊 <b>${model.scopeName}</b>`,
    html`Đến ${formatMoment(new Date(model.asOf))}${period}`,
    '',
    html`Đúng hạn hoặc trước hạn: <b>${formatShare(figures.onTimeRate)}</b> ${lightOf(figures.onTimeRate, model.target)} (chỉ tiêu ${formatShare(model.target)})`,
    figures.due > 0 &&
      html`= ${figures.doneEarly + figures.doneOnDay}/${figures.due} việc đến hạn; theo cách tính của VPCP: ${formatShare(figures.vpcpRate)}`,
    html`Trừ việc trễ do khách quan đã xác nhận: <b>${formatShare(figures.onTimeRateAdjusted)}</b>`,
    '',
    describeFigures(figures),
    ...describeUnits(model),
    ...describeWorst(model),
  );
}

/** The rate, and beside it the one without excused tasks where that is another. */
const bothRates = ({ onTimeRate, onTimeRateAdjusted }: Figures): string =>
  onTimeRate === onTimeRateAdjusted
    ? formatShare(onTimeRate)
    : `${formatShare(onTimeRate)} (trừ khách quan: ${formatShare(onTimeRateAdjusted)})`;

function describeUnits(model: KpiModel): Html[] {
  if (model.units.length === 0) return [];
  return [
    html`\n<b>Theo đơn vị</b> (đúng hạn · đang quá hạn)`,
    ...model.units.map(
      (unit) =>
        html`${lightOf(unit.figures.onTimeRate, model.target)} ${unit.name}: ${bothRates(unit.figures)} · ${unit.figures.overdueOpen}`,
    ),
  ];
}

function describeWorst(model: KpiModel): Html[] {
  if (model.worst.length === 0) return [];
  return [
    html`\n<b>Quá hạn lâu nhất</b> (${countShown(model.figures.overdueOpen, model.worst.length)})`,
    ...model.worst.map((line) => taskLine(line, { showOwner: true })),
  ];
}

/** The words of the chart beside the figures. */
export function kpiChartWords(model: KpiModel): { title: string; subtitle: string } {
  return {
    title: 'Tỷ lệ hoàn thành đúng hạn theo đơn vị',
    subtitle: `${model.scopeName}, đến ${formatMoment(new Date(model.asOf))}`,
  };
}

export function digest(model: DigestModel): Html {
  const { figures } = model;
  const name = model.unitName ?? model.groupTitle;
  return lines(
    html`📅 <b>Bản tin tuần</b> – ${name}`,
    html`${formatDay(model.on)} · ngày thứ ${model.campaignDay}/${model.campaignDays} của đợt thi đua`,
    '',
    html`Đúng hạn: <b>${formatShare(figures.onTimeRate)}</b> ${lightOf(figures.onTimeRate, model.target)} (chỉ tiêu ${formatShare(model.target)}); trừ khách quan: ${formatShare(figures.onTimeRateAdjusted)}; đang quá hạn: <b>${figures.overdueOpen}</b>`,
    ...section(
      'Tuần qua đã hoàn thành',
      model.done,
      model.doneTotal,
      (line) => html`✅ <b>${line.code}</b> ${shorten(line.title, 80)} · ${line.unit}`,
    ),
    ...section(
      'Đang quá hạn',
      model.overdue,
      model.overdueTotal,
      (line) => html`🔴 <b>${line.code}</b> ${shorten(line.title, 80)} · ${line.unit}: ${describeDue(line)}`,
    ),
    ...section(
      'Đến hạn trong tuần này',
      model.dueNext,
      model.dueNextTotal,
      (line) => html`🟡 <b>${line.code}</b> ${shorten(line.title, 80)} · ${line.unit}: ${describeDue(line)}`,
    ),
    model.doneTotal + model.overdueTotal + model.dueNextTotal === 0 &&
      html`\nTuần này không có việc đến hạn hay quá hạn.`,
  );
}

function section<Line>(title: string, shown: Line[], total: number, render: (line: Line) => Html): Html[] {
  if (total === 0) return [];
  return [html`\n<b>${title}</b> (${countShown(total, shown.length)})`, ...shown.map(render)];
}

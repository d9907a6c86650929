import type { OwedReport, ReportCard, ReportPayloads } from '../../domain/message/report-payloads.ts';
import { WORKBOOK_KINDS } from '../../domain/report/task-workbook.ts';
import { dayNumber } from '../callback-data/day-number.ts';
import * as texts from '../texts/vi/reports.ts';
import { type Button, button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

type Renderers = { [K in keyof ReportPayloads]: (payload: ReportPayloads[K]) => Part[] };

const { REPORT_BUTTONS, WORKBOOK_BUTTONS } = texts;
/** Late tasks that are offered by button at a time. */
const SHOWN_REASONS = 8;

/** `BC-02` on a period, as a button carries it. */
const numbersOf = ({ reportCode, period }: Pick<OwedReport, 'reportCode' | 'period'>): [number, number] => [
  Number(reportCode.slice(3)),
  dayNumber(period.to),
];

function reportList(model: ReportPayloads['reportList']): Part[] {
  const owed = model.owed
    .filter(({ standing }) => standing !== 'consolidated')
    .map((line) => button(`✍️ ${texts.reportTitle(line)}`, 'openReport', ...numbersOf(line)));
  const collected = model.collected.map((line) =>
    button(texts.reportTitle(line), 'reportStatus', ...numbersOf(line)),
  );
  return [textPart(texts.reportList(model), { keyboard: inRows([...owed, ...collected], 1) })];
}

const printOf = (reportId: number): Button => button(REPORT_BUTTONS.print, 'printReport', reportId);

function reportCard(card: ReportCard): Part[] {
  const { reportId } = card;
  const parts = card.parts.map(({ place, title, isWritten }) =>
    button(`${isWritten ? '✓' : '✍️'} ${title}`, 'writeReportPart', reportId, place),
  );
  const reasons = card.withoutReason
    .slice(0, SHOWN_REASONS)
    .map(({ taskId, code }) => button(`✍️ ${code}`, 'explainInReport', reportId, taskId));
  const submit = button(
    card.unitName === null ? REPORT_BUTTONS.close : REPORT_BUTTONS.submit,
    'submitReport',
    reportId,
  );
  const keyboard: Keyboard = card.mayWrite
    ? [...inRows(reasons, 4), ...inRows(parts, 1), [printOf(reportId), submit]]
    : [[printOf(reportId)]];
  return [textPart(texts.reportCard(card), { keyboard })];
}

function reportStatus(model: ReportPayloads['reportStatus']): Part[] {
  const views = model.units.flatMap(({ name, standing, reportId }) =>
    reportId === null || standing === 'draft' ? [] : [button(name, 'viewReport', reportId)],
  );
  const canConsolidate = model.units.some(({ standing }) => standing === 'submitted');
  const consolidate = canConsolidate
    ? [button(REPORT_BUTTONS.consolidate, 'consolidateReports', ...numbersOf(model))]
    : [];
  return [textPart(texts.reportStatus(model), { keyboard: [...inRows(views, 3), consolidate] })];
}

function reportArrived(model: ReportPayloads['reportArrived']): Part[] {
  const view = button(REPORT_BUTTONS.view, 'printReport', model.reportId);
  const giveBack = button(REPORT_BUTTONS.giveBack, 'returnReport', model.reportId);
  return [textPart(texts.reportArrived(model), { keyboard: [[view, giveBack]] })];
}

function reportReturned(model: ReportPayloads['reportReturned']): Part[] {
  const view = model.toAuthor ? [button(REPORT_BUTTONS.view, 'viewReport', model.reportId)] : [];
  return [textPart(texts.reportReturned(model), { keyboard: [view] })];
}

function exportMenu(model: ReportPayloads['exportMenu']): Part[] {
  const lists = WORKBOOK_KINDS.map((kind, place) => button(WORKBOOK_BUTTONS[kind], 'exportList', place));
  return [textPart(texts.exportMenu(model), { keyboard: inRows(lists, 2) })];
}

/** How reports and lists look. */
export const REPORT_RENDERERS: Renderers = {
  reportList,
  reportCard,
  reportPartWanted: (model) => [textPart(texts.reportPartWanted(model))],
  lateReasonWanted: (model) => [textPart(texts.lateReasonWanted(model))],
  reportFile: ({ model }) => [
    {
      type: 'report',
      model,
      fileName: `${model.code}-${model.issuer.unit?.code ?? model.organisation.symbol}-${model.period.code.replace('..', '_')}.docx`,
      caption: texts.reportCaption(model),
    },
  ],
  reportStatus,
  reportSubmitted: (model) => [textPart(texts.reportSubmitted(model))],
  reportArrived,
  reportReturnWanted: (model) => [textPart(texts.reportReturnWanted(model))],
  reportReturned,
  exportMenu,
  exportFile: ({ workbook }) => [
    {
      type: 'workbook',
      workbook,
      fileName: `${workbook.kinds[0] ?? 'tasks'}-${workbook.asOfOn}.xlsx`,
      caption: texts.workbookCaption(workbook),
    },
  ],
};

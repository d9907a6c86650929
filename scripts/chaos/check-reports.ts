import type { Evidence } from './evidence.ts';

export interface ReportsVerdict {
  sent: number;
  recordedOnce: number;
  lost: string[];
  doubled: string[];
  /** Recorded though nobody wrote it. */
  invented: string[];
  /** Recorded, and its sender was never told so. */
  unanswered: string[];
}

const nameOf = ({ code, percent }: { code: string; percent: number }): string => `${code} ${percent}%`;

/** Holds what people wrote against what stands recorded: each report once, and each answered (product.md §10). */
export function checkReports({ journal, rows, messages }: Evidence): ReportsVerdict {
  const sent = journal.filter((entry) => entry.kind === 'sent');
  const names = new Set(sent.map(nameOf));
  const times = new Map(rows.recorded.map((row) => [nameOf(row), row.times]));
  const answered = new Set(
    messages.flatMap(({ chatId, heading }) => {
      const [, code, percent] = /^Đã ghi nhận (\S+): (\d+)/.exec(heading) ?? [];
      return code === undefined ? [] : [`${chatId} ${code} ${percent}%`];
    }),
  );
  return {
    sent: names.size,
    recordedOnce: [...names].filter((name) => times.get(name) === 1).length,
    lost: [...names].filter((name) => !times.has(name)),
    doubled: [...times].filter(([, count]) => count > 1).map(([name, count]) => `${name} ×${count}`),
    invented: [...times.keys()].filter((name) => !names.has(name)),
    unanswered: sent
      .filter((report) => times.has(nameOf(report)) && !answered.has(`${report.chatId} ${nameOf(report)}`))
      .map(nameOf),
  };
}

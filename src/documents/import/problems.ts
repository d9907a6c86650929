import type { SheetRow, SheetTable } from './sheet-table.ts';

export interface ImportProblem {
  row: number;
  /** Header of the column, as the office wrote it. */
  column?: string;
  code: string;
  /** Vietnamese: what is wrong and what to do. */
  message: string;
  /** Any error stops the import; a warning is a fact flagged for the preview. */
  severity: 'error' | 'warning';
}

export interface Fault {
  code: string;
  message: string;
  severity: 'error' | 'warning';
}

/** Notes a fault of the row being read, at a column key where it has one. */
export type Note = (fault: Fault, columnKey?: string) => void;

/** A note-taker for one row: it adds the row number and the header as written. */
export function noteInto(problems: ImportProblem[], table: SheetTable, row: SheetRow): Note {
  return (fault, columnKey) => {
    const column = columnKey === undefined ? undefined : table.columns[columnKey];
    problems.push({ row: row.number, ...(column === undefined ? {} : { column }), ...fault });
  };
}

const error = (code: string, message: string): Fault => ({ code, message, severity: 'error' });
const warning = (code: string, message: string): Fault => ({ code, message, severity: 'warning' });

const suggestion = (nearest: string | null): string =>
  nearest === null ? '' : ` Có phải anh/chị muốn ghi “${nearest}”?`;

/** Every fault that an import can find, with its words. */
export const faults = {
  brokenFormula: (text: string) =>
    error('brokenFormula', `Ô có công thức lỗi (${text}). Xin anh/chị sửa công thức hoặc gõ lại giá trị.`),
  missingTitle: () =>
    error('missingTitle', 'Chưa có nội dung nhiệm vụ (rõ việc). Xin anh/chị ghi nội dung hoặc xóa dòng này.'),
  missingLead: () => error('missingLead', 'Chưa có đơn vị chủ trì (rõ người). Xin anh/chị ghi một đơn vị.'),
  severalLeads: (names: readonly string[]) =>
    error(
      'severalLeads',
      `Có ${names.length} đơn vị chủ trì: ${names.join(', ')}. Đơn vị nào chủ trì? Xin giữ lại một đơn vị, các đơn vị khác ghi ở cột phối hợp.`,
    ),
  unknownUnit: (written: string, nearest: string | null) =>
    error(
      'unknownUnit',
      `Chưa nhận ra đơn vị “${written}”.${suggestion(nearest)} Xin anh/chị sửa lại tên đơn vị.`,
    ),
  doubtfulCoordinator: (written: string, nearest: string) =>
    warning(
      'doubtfulCoordinator',
      `“${written}” được ghi là cơ quan ngoài Sở.${suggestion(nearest)} Nếu đúng, xin sửa lại tên.`,
    ),
  leadFromPerson: (person: string, unit: string) =>
    warning('leadFromPerson', `Cột chủ trì ghi tên người; đã lấy đơn vị của ${person}: ${unit}.`),
  noAssignee: () =>
    warning('noAssignee', 'Chưa ghi người thực hiện; Trưởng đơn vị sẽ được nhắc phân công (mặc định).'),
  severalAssignees: (first: string) =>
    warning(
      'severalAssignees',
      `Có nhiều người thực hiện; ${first} là người chịu trách nhiệm chính, còn lại cùng làm.`,
    ),
  unknownPerson: (written: string, nearest: string | null) =>
    warning(
      'unknownPerson',
      `Chưa có “${written}” trong danh sách nhân sự.${suggestion(nearest)} Xin kiểm tra họ tên.`,
    ),
  ambiguousPerson: (written: string, choices: readonly string[]) =>
    error(
      'ambiguousPerson',
      `Có nhiều người tên “${written}”: ${choices.join('; ')}. Xin ghi Mã NV thay cho họ tên.`,
    ),
  assigneeElsewhere: (person: string, unit: string) =>
    warning(
      'assigneeElsewhere',
      `${person} thuộc ${unit}, không thuộc đơn vị chủ trì. Xin anh/chị kiểm tra.`,
    ),
  missingDeadline: () =>
    warning('missingDeadline', 'Chưa rõ thời gian: ô thời hạn trống. Xin anh/chị bổ sung thời hạn.'),
  unclearDeadline: (wording: string, guess: string | null) =>
    warning(
      'unclearDeadline',
      guess === null
        ? `Chưa rõ thời gian: “${wording}”. Xin anh/chị ghi ngày cụ thể.`
        : `Thời hạn “${wording}” chưa rõ, tạm hiểu là ${guess}. Xin anh/chị xác nhận.`,
    ),
  relativeDeadline: (wording: string) =>
    warning(
      'relativeDeadline',
      `Thời hạn “${wording}” chờ một mốc khác; việc chưa có ngày cụ thể cho đến khi anh/chị bổ sung.`,
    ),
  impossibleDeadline: (row: number, wording: string) =>
    error(
      'impossibleDeadline',
      `Dòng ${row}: ngày “${wording}” không có trên lịch. Xin anh/chị sửa lại thời hạn.`,
    ),
  deadlineFarAway: (shown: string) =>
    warning('deadlineFarAway', `Thời hạn ${shown} cách ngày giao quá xa. Xin anh/chị kiểm tra lại năm.`),
  deadlineBeforeStart: () =>
    error('deadlineBeforeStart', 'Ngày bắt đầu ở sau thời hạn. Xin anh/chị sửa một trong hai ngày.'),
  impossibleDay: (row: number, text: string) =>
    error('impossibleDay', `Dòng ${row}: ngày “${text}” không có trên lịch. Xin anh/chị sửa lại.`),
  unreadableDay: (text: string) =>
    error('unreadableDay', `Chưa hiểu ngày “${text}”. Xin ghi theo dạng ngày/tháng/năm, ví dụ 05/6/2026.`),
  duplicateCode: (code: string, firstRow: number) =>
    error(
      'duplicateCode',
      `Mã ${code} đã có ở dòng ${firstRow}. Mỗi nhiệm vụ một mã; xin anh/chị đổi mã dòng này.`,
    ),
  foreignCode: (code: string) =>
    warning(
      'foreignCode',
      `Mã “${code}” không theo dạng NV12; được giữ làm mã tham chiếu, hệ thống sẽ cấp mã NV mới.`,
    ),
  sameTask: (firstRow: number) =>
    warning(
      'sameTask',
      `Nội dung và đơn vị chủ trì giống hệt dòng ${firstRow}. Xin anh/chị kiểm tra có bị lặp không.`,
    ),
  unknownLabel: (word: string) =>
    warning(
      'unknownLabel',
      `Chưa hiểu “${word}”. Dùng được: nhiệm vụ, chỉ tiêu, dự án, công trình, phần việc; thường, trọng tâm, trọng điểm, đột phá; nhạy cảm, quyền lợi người dân, tồn đọng.`,
    ),
  unknownState: (word: string) =>
    error(
      'unknownState',
      `Chưa hiểu trạng thái “${word}”. Dùng được: Chưa thực hiện, Đang thực hiện, Đã trình, Chờ xác nhận, Hoàn thành, Cơ bản hoàn thành, Tạm dừng, Hủy.`,
    ),
  badPercent: (text: string) =>
    error('badPercent', `Tiến độ “${text}” phải là số từ 0 đến 100. Xin anh/chị sửa lại.`),
  missingCompletionDay: () =>
    error(
      'missingCompletionDay',
      'Nhiệm vụ hoàn thành nhưng chưa ghi ngày hoàn thành. Xin anh/chị bổ sung ngày của sản phẩm.',
    ),
  completedWithoutDay: () =>
    warning(
      'completedWithoutDay',
      'Thời hạn ghi là đã hoàn thành. Xin anh/chị cho biết hoàn thành ngày nào.',
    ),
  reportedWithoutDay: () =>
    warning('reportedWithoutDay', 'Đã báo hoàn thành nhưng chưa ghi ngày của sản phẩm. Xin anh/chị bổ sung.'),
  completionInFuture: (shown: string) =>
    error(
      'completionInFuture',
      `Ngày hoàn thành ${shown} ở sau hôm nay. Xin anh/chị sửa ngày hoặc trạng thái.`,
    ),
  completionWhileOpen: () =>
    warning(
      'completionWhileOpen',
      'Có ngày hoàn thành nhưng trạng thái chưa hoàn thành; ngày này không được dùng. Xin kiểm tra.',
    ),
  missingProduct: () =>
    warning(
      'missingProduct',
      'Nhiệm vụ đã hoàn thành nhưng chưa ghi sản phẩm (số, ngày văn bản). Xin anh/chị bổ sung.',
    ),
  missingName: () => error('missingName', 'Chưa có họ và tên. Xin anh/chị ghi họ tên hoặc xóa dòng này.'),
  missingUnit: () => error('missingUnit', 'Chưa có đơn vị. Xin anh/chị ghi đơn vị công tác.'),
  duplicatePerson: (name: string, firstRow: number) =>
    error(
      'duplicatePerson',
      `${name} đã có ở dòng ${firstRow}. Xin xóa dòng lặp hoặc ghi Mã NV khác nếu là hai người.`,
    ),
  severalHeads: (unit: string, firstRow: number) =>
    error(
      'severalHeads',
      `${unit} đã có trưởng đơn vị ở dòng ${firstRow}. Mỗi đơn vị một trưởng; xin sửa vai trò.`,
    ),
  unknownRole: (word: string) =>
    error(
      'unknownRole',
      `Chưa hiểu vai trò “${word}”. Dùng được: Giám đốc, Phó Giám đốc, Trưởng đơn vị, Phó trưởng đơn vị, Nhân viên, Giám sát.`,
    ),
  unknownStaffKind: (word: string) =>
    error('unknownStaffKind', `Chưa hiểu loại “${word}”. Dùng được: công chức, viên chức, người lao động.`),
  unknownGender: (word: string) =>
    warning('unknownGender', `Chưa hiểu giới tính “${word}”. Xin ghi Nam hoặc Nữ.`),
  missingUnitName: () =>
    error('missingUnitName', 'Chưa có tên đơn vị. Xin anh/chị ghi tên hoặc xóa dòng này.'),
  missingUnitCode: () => error('missingUnitCode', 'Chưa có mã đơn vị. Xin ghi mã ngắn, ví dụ KHTC.'),
  duplicateUnit: (name: string, firstRow: number) =>
    error(
      'duplicateUnit',
      `“${name}” đã dùng cho đơn vị ở dòng ${firstRow}. Mỗi mã, mỗi tên chỉ dùng cho một đơn vị.`,
    ),
  unknownUnitKind: (word: string) =>
    error(
      'unknownUnitKind',
      `Chưa hiểu loại đơn vị “${word}”. Dùng được: Lãnh đạo, Văn phòng, Kế hoạch - Tài chính, Phòng, Trung tâm, Đoàn thể.`,
    ),
};

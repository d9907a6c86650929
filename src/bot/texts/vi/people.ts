import type { MessagePayloads } from '../../../domain/message/messages.ts';
import type { PersonLine, PersonSheet } from '../../../domain/message/people-payloads.ts';
import type { Role, StaffKind } from '../../../domain/organisation/organisation.ts';
import type { PersonChange } from '../../../domain/organisation/person-change.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, formatMoment, shorten } from './format.ts';

const ROLE_WORDS: Record<Role, string> = {
  director: 'Giám đốc',
  deputyDirector: 'Phó Giám đốc',
  head: 'Trưởng đơn vị',
  deputyHead: 'Phó trưởng đơn vị',
  staff: 'Nhân viên',
  monitor: 'Giám sát',
};

const STAFF_KIND_WORDS: Record<StaffKind, string> = {
  civilServant: 'công chức',
  publicEmployee: 'viên chức',
  contractWorker: 'người lao động',
};

/** What each change is called on its button. */
export const PERSON_CHANGE_BUTTONS: Record<PersonChange, string> = {
  lostPhone: 'Mất điện thoại',
  leave: 'Nghỉ, chuyển công tác',
  makeHead: 'Giao cấp trưởng',
  makeActingHead: 'Giao phụ trách',
  makeDeputyHead: 'Giao cấp phó',
  makeStaff: 'Thôi chức vụ',
  grantOperator: 'Cấp quyền điều hành',
  withdrawOperator: 'Thu quyền điều hành',
};

export const peopleOverview = (model: MessagePayloads['peopleOverview']): Html => {
  const people = model.units.reduce((sum, unit) => sum + unit.people, 0);
  const joined = model.units.reduce((sum, unit) => sum + unit.joined, 0);
  return lines(
    html`<b>Nhân sự</b>: ${people} người, ${joined} đã vào hệ thống`,
    ...model.units.map((unit) => html`• ${unit.name}: ${unit.joined}/${unit.people}`),
    html`Chọn đơn vị, hoặc tìm theo tên: /nhansu Mai. Thêm người bằng tệp ở /nhap.`,
  );
};

const personLine = (person: PersonLine, index: number): Html =>
  html`${index + 1}. ${person.hasJoined ? '✅' : '▫️'} ${person.name}${person.title === null ? '' : `, ${person.title}`}`;

export const inviteMissingButton = (missing: number): string => `Mời ${missing} người chưa vào`;

export const unitPeople = (model: MessagePayloads['unitPeople']): Html => {
  const page = model.pages > 1 ? ` (trang ${model.page + 1}/${model.pages})` : '';
  return lines(
    html`<b>${model.name}</b>: ${model.total} người, ${model.joined} đã vào${page}`,
    ...model.people.map(personLine),
    model.people.length === 0
      ? html`Đơn vị chưa có ai.`
      : html`✅ đã vào, ▫️ chưa vào. Chọn người để mời, đổi chức vụ, quyền.`,
  );
};

export const peopleFound = (model: MessagePayloads['peopleFound']): Html =>
  model.total === 0
    ? html`Không tìm thấy ai tên “${shorten(model.typed, 60)}”. Anh/chị thử tên ngắn hơn, hoặc /nhansu để chọn đơn vị.`
    : lines(
        html`${model.total} người có tên “${shorten(model.typed, 60)}”${model.total > model.people.length ? `, đây là ${model.people.length} người đầu` : ''}:`,
        ...model.people.map(
          (person, index) =>
            html`${personLine(person, index)}${person.unit === null ? '' : ` (${person.unit})`}`,
        ),
      );

const roleOf = ({ role, isActing, unit }: PersonSheet): string => {
  if (role === null) return 'chưa thuộc đơn vị nào';
  const word = isActing ? `${ROLE_WORDS[role]} (phụ trách)` : ROLE_WORDS[role];
  return unit === null ? word : `${word}, ${unit}`;
};

const accountOf = (sheet: PersonSheet): string => {
  if (!sheet.hasJoined) return 'chưa vào hệ thống';
  return sheet.isUnreachable ? 'đã vào, nhưng tin gần nhất không gửi tới được' : 'đã vào hệ thống';
};

export const personSheet = (sheet: MessagePayloads['personSheet']): Html =>
  lines(
    html`<b>${sheet.name}</b>${sheet.title === null ? '' : `, ${sheet.title}`}`,
    html`${roleOf(sheet)} · ${STAFF_KIND_WORDS[sheet.staffKind]}`,
    html`Tài khoản: ${accountOf(sheet)}`,
    (sheet.isOperator || sheet.isAdmin) &&
      html`Quyền: ${[sheet.isOperator ? 'điều hành phong trào' : '', sheet.isAdmin ? 'quản trị kỹ thuật' : ''].filter((word) => word !== '').join(', ')}`,
    html`Việc đang mở: ${sheet.openTasks}`,
    sheet.standIn !== null && html`Đang vắng, ${sheet.standIn} làm thay`,
  );

const CONSEQUENCES: Record<PersonChange, (model: MessagePayloads['personChangeToConfirm']) => Html> = {
  lostPhone: ({ sheet }) =>
    html`Tài khoản của <b>${sheet.name}</b> bị ngắt ngay, máy cũ được báo. Sau đó anh/chị mời lại bằng máy mới.`,
  leave: ({ sheet }) =>
    html`<b>${sheet.name}</b> thôi làm việc tại cơ quan từ hôm nay: tài khoản bị ngắt, chức vụ và quyền kết thúc, ${sheet.openTasks} việc đang mở ở lại đơn vị để phân công người khác. Kết quả đã báo cáo giữ nguyên.`,
  makeHead: ({ sheet, otherHead }) =>
    html`<b>${sheet.name}</b> là cấp trưởng của ${sheet.unit ?? ''} từ hôm nay.${otherHead === null ? '' : ` ${otherHead} vẫn giữ chức trưởng cho đến khi anh/chị đổi.`}`,
  makeActingHead: ({ sheet }) =>
    html`<b>${sheet.name}</b> phụ trách ${sheet.unit ?? ''} từ hôm nay, nhận việc và cảnh báo của cấp trưởng khi chưa có trưởng.`,
  makeDeputyHead: ({ sheet }) => html`<b>${sheet.name}</b> là cấp phó của ${sheet.unit ?? ''} từ hôm nay.`,
  makeStaff: ({ sheet }) => html`<b>${sheet.name}</b> thôi giữ chức vụ ở ${sheet.unit ?? ''} từ hôm nay.`,
  grantOperator: ({ sheet }) =>
    html`<b>${sheet.name}</b> được điều hành phong trào: giao, nhập việc, xác nhận, đôn đốc, mời và quản lý nhân sự.`,
  withdrawOperator: ({ sheet }) => html`<b>${sheet.name}</b> không còn quyền điều hành phong trào.`,
};

export const personChangeToConfirm = (model: MessagePayloads['personChangeToConfirm']): Html =>
  lines(CONSEQUENCES[model.change](model), html`Anh/chị xác nhận?`);

const released = (total: number): Html | false =>
  total > 0 && html`${total} việc đang mở chưa có người thực hiện; trưởng đơn vị đã được báo.`;

export const personChanged = (model: MessagePayloads['personChanged']): Html =>
  lines(
    html`Đã ghi: ${PERSON_CHANGE_BUTTONS[model.change].toLowerCase()}.`,
    released(model.releasedTasks),
    model.change !== 'leave' && personSheet(model.sheet),
  );

export const chooseUnitToMove = (model: MessagePayloads['chooseUnitToMove']): Html =>
  html`Chuyển <b>${model.name}</b> sang đơn vị nào?`;

export const moveToConfirm = (model: MessagePayloads['moveToConfirm']): Html =>
  lines(
    html`<b>${model.sheet.name}</b> chuyển từ ${model.sheet.unit ?? ''} sang <b>${model.unit}</b> từ hôm nay, là nhân viên. Việc đang mở của đơn vị cũ ở lại để phân công người khác.`,
    html`Anh/chị xác nhận?`,
  );

export const personMoved = (model: MessagePayloads['personMoved']): Html =>
  lines(html`Đã chuyển đơn vị.`, released(model.releasedTasks), personSheet(model.sheet));

const linkOf = (botUsername: string, code: string): string => `https://t.me/${botUsername}?start=${code}`;

/** The links of an invitation message, with whose they are. */
export const listInvitationLinks = (model: MessagePayloads['invitations']) =>
  model.people.map(({ name, title, code }) => ({ name, title, link: linkOf(model.botUsername, code) }));

const validity = (model: MessagePayloads['invitations']): string =>
  `Dùng một lần, trước ${formatMoment(new Date(model.expiresAt))}`;

export const invitationCaption = (
  model: MessagePayloads['invitations'],
  name: string,
  link: string,
): string =>
  [
    `Lời mời của ${name}. ${validity(model)}.`,
    link,
    `Anh/chị chuyển riêng cho đúng người; người đó quét mã hoặc mở đường dẫn rồi bấm “Đúng, là tôi”.`,
  ].join('\n');

export const invitationSheetWords = (model: MessagePayloads['invitations']) => ({
  title: `LỜI MỜI VÀO HỆ THỐNG${model.unit === null ? '' : ` – ${model.unit.toLocaleUpperCase('vi')}`}`,
  note: `Quét mã bằng điện thoại có Telegram, hoặc mở đường dẫn. ${validity(model)}.`,
  fileName: `Loi-moi-${model.people.length}-nguoi.docx`,
  caption: `Phiếu mời của ${model.people.length} người${model.unit === null ? '' : ` (${model.unit})`} để in và cắt. ${validity(model)}. Mỗi mã chỉ dành cho một người.`,
});

export const everybodyJoined = (model: MessagePayloads['everybodyJoined']): Html =>
  html`Mọi người của ${model.unit} đều đã vào hệ thống.`;

const placeOf = (model: { title: string | null; unitName: string | null }): string => {
  const place = [model.title, model.unitName].filter((part) => part !== null).join(', ');
  return place === '' ? '' : ` (${place})`;
};

export const bindingToApprove = (model: MessagePayloads['bindingToApprove']): Html =>
  lines(
    html`🔐 Tài khoản Telegram <b>${model.takerName}</b>${model.takerUsername === null ? '' : ` (@${model.takerUsername})`} vừa dùng lời mời của <b>${model.personName}</b>${placeOf(model)}.`,
    html`Tài khoản này có nhiều quyền. Anh/chị hỏi lại người đó rồi bấm “Đúng người”; trước đó chưa mở được gì.`,
  );

export const bindingWaits = (model: MessagePayloads['bindingWaits']): Html =>
  html`Đã nhận. Tài khoản của <b>${model.personName}</b> mở ngay khi Văn phòng xác nhận đúng người; anh/chị được báo tại đây.`;

export const bindingApproved = (model: MessagePayloads['bindingApproved']): Html =>
  html`Đã mở tài khoản của <b>${model.personName}</b>.`;

export const bindingRefused = (model: MessagePayloads['bindingRefused']): Html =>
  model.isTaker
    ? html`Văn phòng chưa xác nhận được đây là ${model.personName}. Anh/chị vui lòng liên hệ Văn phòng để nhận lời mời mới.`
    : html`Không mở tài khoản của <b>${model.personName}</b>. Lời mời này không dùng được nữa; anh/chị mời lại khi cần.`;

export const accountRevoked = (model: MessagePayloads['accountRevoked']): Html =>
  html`Tài khoản này không còn gắn với <b>${model.personName}</b>. Nếu cần dùng lại, vui lòng liên hệ Văn phòng.`;

export const tasksReleased = (model: MessagePayloads['tasksReleased']): Html =>
  lines(
    html`${model.name} không còn làm ${model.total} việc của đơn vị: ${model.codes.join(', ')}${model.total > model.codes.length ? ', …' : ''}.`,
    html`Anh/chị phân công người khác, ví dụ “giao ${model.codes[0] ?? 'NV12'} cho anh Thắng”.`,
  );

const period = ({ fromOn, toOn }: { fromOn: string; toOn: string }): string =>
  fromOn === toOn ? `ngày ${formatDay(fromOn)}` : `từ ${formatDay(fromOn)} đến ${formatDay(toOn)}`;

export const delegations = (model: MessagePayloads['delegations']): Html =>
  lines(
    html`<b>Ủy quyền</b>`,
    ...model.given.map((row) => html`• Anh/chị ủy quyền cho ${row.to} ${period(row)}`),
    ...model.received.map((row) => html`• ${row.from} ủy quyền cho anh/chị ${period(row)}`),
    model.given.length + model.received.length === 0 && html`Chưa có ủy quyền nào.`,
    html`Để ủy quyền duyệt, xác nhận: /uyquyen anh An từ 10/7 đến 15/7. Vắng mặt hẳn thì nhắn “em nghỉ từ … đến …, nhờ … làm thay”.`,
  );

export const endDelegationButton = (name: string): string => `Thôi ủy quyền ${name}`;

export const delegationToConfirm = (model: MessagePayloads['delegationToConfirm']): Html =>
  lines(
    html`<b>${model.to}</b> được duyệt và xác nhận thay anh/chị ${period(model)}. Anh/chị vẫn tự duyệt được.`,
    html`Anh/chị xác nhận?`,
  );

export const delegationGiven = (model: MessagePayloads['delegationGiven']): Html =>
  html`Đã ủy quyền cho <b>${model.to}</b> ${period(model)}.`;

export const delegated = (model: MessagePayloads['delegated']): Html =>
  html`<b>${model.from}</b> ủy quyền cho anh/chị duyệt, xác nhận thay ${period(model)}. Xem việc chờ duyệt ở /duyet.`;

export const delegationEnded = (model: MessagePayloads['delegationEnded']): Html =>
  model.isGiver
    ? html`Đã thôi ủy quyền cho <b>${model.to}</b>.`
    : html`<b>${model.from}</b> đã thôi ủy quyền cho anh/chị.`;

/** What is typed behind `/uyquyen`, as the sentence of an absence that the reader knows. */
export const asAbsence = (typed: string): string => `em nghỉ, nhờ ${typed} làm thay`;

export const howToInvite = (): Html =>
  lines(
    html`Anh/chị mời cả đơn vị: /moi P.CĐS, được phiếu mã QR để in; hoặc mời một người: /moi Lý Thị Mai.`,
    html`Danh sách ai chưa vào: /nhansu.`,
  );

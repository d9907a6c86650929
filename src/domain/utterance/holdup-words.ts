import { foldText } from '../text.ts';

const MEANS =
  '(?:kinh phi|nguon(?! (?:so lieu|du lieu|tin|thong tin|tham khao|goc))|ngan sach|du toan|von(?![a-z])|tien(?! do)|nhan luc|nhan su|bien che|can bo|nguoi (?:lam|thuc hien|phu trach)|may moc|may tinh|may chu|thiet bi|trang thiet bi|phuong tien|vat tu)';
const LACKS =
  '(?:thieu|het|chua co|khong co|khong du|chua du|chua duoc|khong duoc|chua bo tri|khong bo tri|chua cap|cho(?: duoc)? (?:bo tri|cap|phan bo|duyet))';
/** What may stand between: "thiếu nguồn kinh phí", "chưa được bố trí đủ kinh phí". */
const BETWEEN = '(?: (?:duoc|bo tri|cap|phan bo|giao|duyet|du|nguon|khoan|them|mot phan)){0,4}';
const LACKS_MEANS = new RegExp(
  `(?<![a-z])(?<!(?:khong|chang|het) )${LACKS}${BETWEEN} ${MEANS}(?![a-z])|(?<![a-z])${MEANS}(?: [a-z]+){0,2} (?:chua|khong) (?:co|duoc|du|bo tri|cap|phan bo|duyet)(?![a-z])`,
);

/** Whether a hold-up is said to be missing money, people or machines (R62). */
export const lacksMeans = (text: string): boolean => LACKS_MEANS.test(foldText(text));

const WAITS = /^(?:(?:dang|con|do|vi|tai|cho|doi|viec|duoc) )+/;
const NOBODY = new RegExp(
  `^(?:${LACKS}|bo tri|cap|phan bo|duyet|them|nguon|khoan|${MEANS})(?![a-z])|^(?:chua|khong)(?![a-z])`,
);

/** Whether what a hold-up waits for names somebody beside the means: "Sở Tài chính cấp kinh phí", not "bố trí kinh phí". */
export function namesSomebody(waitingFor: string): boolean {
  const named = foldText(waitingFor).replace(WAITS, '').trim();
  return named !== '' && !NOBODY.test(named);
}

const LEADERS = '(?:lanh dao|ban giam doc|bgd|giam doc|pho giam doc|pgd|chanh van phong|van phong so)';
const ASKS_LEADERS = new RegExp(
  `(?<![a-z])(?:xin|de nghi|kien nghi|mong|nho|kinh)(?: [a-z]+){0,5} ${LEADERS}(?![a-z])`,
);

/** Whether a hold-up is addressed to the leadership: "kiến nghị lãnh đạo Sở xem xét" (R66). */
export const asksLeaders = (text: string): boolean => ASKS_LEADERS.test(foldText(text));

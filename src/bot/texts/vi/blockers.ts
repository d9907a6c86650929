import type { FollowUpPayloads } from '../../../domain/message/follow-up-payloads.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, formatPercent, shorten } from './format.ts';

/** "chờ P.KHTC thẩm định" was typed, "chờ" is said already. */
export const withoutWait = (typed: string): string =>
  typed.replace(/^(?:đang |còn )?(?:chờ|cho|đợi) (?=\S)/iu, '');

const names = (people: string[]): string => people.join(', ');

export function blockerOpened(model: FollowUpPayloads['blockerOpened']): Html {
  const waits = model.waitingFor === null ? '' : `, chờ ${withoutWait(model.waitingFor)}`;
  return lines(
    html`Đã ghi nhận <b>${model.code}</b> ${model.blockerId === null ? 'vẫn ' : ''}đang vướng${waits} (${formatPercent(model.percent)}).`,
    html`${shorten(model.title, 120)}`,
    model.told.length > 0 && html`Đã báo: ${names(model.told)}.`,
    html`<i>Hạn và nhắc quá hạn vẫn giữ. Khi gỡ được, anh/chị bấm nút dưới hoặc nhắn “đã gỡ vướng ${model.code}”.</i>`,
  );
}

export function blockerTold(model: FollowUpPayloads['blockerTold']): Html {
  const due = model.dueOn === null ? '' : ` Hạn ${formatDay(model.dueOn)}.`;
  const waited = model.waitingFor === null ? '' : ` đang chờ ${withoutWait(model.waitingFor)}`;
  if (model.to === 'waitedFor') {
    return lines(
      html`⏳ <b>${model.code}</b> của ${model.unit}${waited}: “${shorten(model.text, 300)}”`,
      html`${shorten(model.title, 160)}.${due}`,
      html`Khi đã xử lý, anh/chị báo ${model.by} (${model.unit}) giúp.`,
    );
  }
  return lines(
    html`⏳ <b>${model.code}</b> đang vướng${waited === '' ? '' : `,${waited.replace(' đang', '')}`}: “${shorten(model.text, 300)}”`,
    html`${shorten(model.title, 160)}.${due}`,
    html`Người báo: ${model.by}.`,
    model.mayConfirm === true &&
      html`<i>Anh/chị xác nhận thì tạm dừng nhắc sắp đến hạn; quá hạn vẫn báo như thường.</i>`,
  );
}

export function blockersClosed(model: FollowUpPayloads['blockersClosed']): Html {
  const many = model.closed.length > 1 ? ` ${model.closed.length} vướng mắc` : ' vướng mắc';
  return lines(
    html`Đã ghi nhận <b>${model.code}</b> gỡ được${many}.`,
    html`${shorten(model.title, 120)}`,
    model.remaining.length > 0 &&
      html`Còn vướng: ${model.remaining.map((text) => `“${shorten(text, 80)}”`).join('; ')}.`,
    model.told.length > 0 && html`Đã báo: ${names(model.told)}.`,
  );
}

export const blockerCleared = (model: FollowUpPayloads['blockerCleared']): Html =>
  lines(
    html`✅ <b>${model.code}</b> đã gỡ vướng: “${shorten(model.text, 200)}” (${model.by}).`,
    html`${shorten(model.title, 120)}`,
  );

export function howToBlock(model: FollowUpPayloads['howToBlock']): Html {
  const [code = 'NV12'] = model.examples;
  return lines(
    html`Anh/chị đang vướng việc nào, chờ ai? Anh/chị nhắn như “${code} vướng, chờ P.KHTC thẩm định”.`,
    html`Khi gỡ được, nhắn “đã gỡ vướng ${code}”.`,
  );
}

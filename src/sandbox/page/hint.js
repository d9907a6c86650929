import { element } from './format.js';

const STORIES = [
  {
    title: 'Giám đốc hỏi số liệu',
    text: 'Làm Giám đốc, gõ /kpi: tỷ lệ đúng hạn của toàn Sở, từng phòng, kèm hình.',
    find: ({ people }) => people.find(({ title }) => /^Giám đốc/i.test(title)),
    draft: '/kpi',
  },
  {
    title: 'Trưởng phòng nhận cảnh báo',
    text: 'Chọn một trưởng phòng, rồi chuyển đồng hồ đến sáng làm việc kế tiếp: bản tin 07:30 kể việc quá hạn.',
    find: ({ people }) => people.find(({ title }) => /^(Trưởng|Chánh)/i.test(title)),
    draft: '',
  },
  {
    title: 'Chuyên viên báo tiến độ',
    text: 'Chọn một chuyên viên, gõ /viec xem việc của mình, rồi nhắn một câu như “xong 60%” để báo tiến độ.',
    find: ({ people }) => people.find(({ title }) => /chuyên viên/i.test(title)),
    draft: '/viec',
  },
  {
    title: 'Nhóm đọc bản tin tuần',
    text: 'Mở nhóm của Sở, chuyển đồng hồ đến Thứ Hai 07:30: bản tin tuần hiện ra cho cả nhóm.',
    find: ({ groups }) => groups[0],
    draft: '',
  },
];

/** What to try first; `start(chatId, draft)` opens the chat of a story, `showList()` the list of people on a phone. */
export function drawHint(target, overview, { start, showList }) {
  const toList = element('button', 'to-list', 'Xem danh sách nhóm và người');
  toList.type = 'button';
  toList.addEventListener('click', showList);
  const cards = STORIES.map((story) => {
    const subject = story.find(overview);
    const card = element('button', 'story', element('b', '', story.title), element('span', '', story.text));
    card.type = 'button';
    card.disabled = !subject;
    card.addEventListener('click', () => start(subject.telegramId ?? subject.chatId, story.draft));
    return card;
  });
  target.replaceChildren(
    element('h1', '', 'Anh/chị muốn thử điều gì?'),
    element(
      'p',
      '',
      'Ở bên trái, anh/chị chọn mình là ai trong Sở rồi nhắn cho bot như trong Telegram. Ở trên, anh/chị chuyển đồng hồ để xem nhắc việc, cảnh báo và bản tin đến.',
    ),
    element('div', 'stories', ...cards),
    toList,
    element('p', 'note', 'Mọi dữ liệu là dữ liệu mẫu, chỉ nằm trên máy này. Không có gì được gửi đi đâu.'),
  );
}

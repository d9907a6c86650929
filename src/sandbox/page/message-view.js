import { element, formatSize, formatTime, paintAvatar } from './format.js';
import { showPicture } from './popups.js';

const MAX_PHOTO_HEIGHT = 420;

const WRAPPERS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'code',
  blockquote: 'q',
};

/**
 * Draws one message. `acts` holds what a click can do: `press(message, button)`, `reply(message)`, `edit(message)`,
 * `command(text)`, `link(address)`.
 */
export function drawMessage(message, speakerId, acts) {
  const isOwn = message.from.id === speakerId;
  const side = isOwn ? 'own' : 'theirs';
  const row = element('article', `message ${side}${message.from.is_bot ? ' bot' : ''}`);
  row.dataset.id = message.message_id;
  const bubble = element('div', 'bubble');
  if (!isOwn) bubble.append(element('div', `author tint-${message.from.id % 8}`, message.from.first_name));
  if (message.reply_to_message) bubble.append(drawQuote(message.reply_to_message));
  bubble.append(...drawMedia(message), drawText(message, acts), drawFoot(message));
  const body = element('div', 'message-body', bubble, ...drawKeyboard(message, acts));
  row.append(...(isOwn ? [] : [drawAvatar(message.from)]), body, drawTools(message, isOwn, acts));
  return row;
}

function drawAvatar(user) {
  const avatar = element('span');
  if (user.is_bot) {
    avatar.className = 'avatar bot-mark';
    avatar.textContent = '6';
  } else paintAvatar(avatar, user.id, user.first_name);
  return avatar;
}

function drawQuote(message) {
  const quote = element('button', 'quote', element('b', '', message.from.first_name), summaryOf(message));
  quote.type = 'button';
  quote.addEventListener('click', () => {
    const target = document.querySelector(`[data-id="${message.message_id}"]`);
    target?.scrollIntoView({ behavior: 'smooth', block: 'center' });
    target?.classList.add('flash');
    setTimeout(() => target?.classList.remove('flash'), 1500);
  });
  return quote;
}

/** One line for a message of any kind. */
export function summaryOf(message) {
  const text =
    message.text ?? message.caption ?? (message.photo ? 'Ảnh' : (message.document?.file_name ?? ''));
  return text.split('\n')[0].slice(0, 120);
}

function drawMedia(message) {
  if (message.photo) return [drawPhoto(message.photo.at(-1))];
  return message.document ? [drawDocument(message.document)] : [];
}

function addressOf(fileId) {
  return `/sandbox/api/files/${encodeURIComponent(fileId)}`;
}

function drawPhoto(photo) {
  const image = element('img', 'photo');
  image.src = addressOf(photo.file_id);
  image.alt = 'Ảnh';
  // Its place is kept before it is loaded, so that the chat does not jump.
  image.style.width = `${Math.min(photo.width, (MAX_PHOTO_HEIGHT * photo.width) / photo.height)}px`;
  image.style.aspectRatio = `${photo.width} / ${photo.height}`;
  const button = element('button', 'photo-button', image);
  button.type = 'button';
  button.addEventListener('click', () => showPicture(image.src));
  return button;
}

function drawDocument(file) {
  const link = element(
    'a',
    'document',
    element('span', 'document-mark', (file.file_name.split('.').at(-1) ?? '').slice(0, 4)),
    element('span', 'document-name', file.file_name, element('small', '', formatSize(file.file_size))),
  );
  link.href = addressOf(file.file_id);
  link.download = file.file_name;
  return link;
}

/** Text with its entities: cut at every edge, each piece wrapped by the entities that cover it. */
function drawText(message, acts) {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const edges = new Set([0, text.length]);
  for (const { offset, length } of entities) edges.add(offset).add(offset + length);
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1];
    const covering = entities.filter(
      (entity) => entity.offset <= from && entity.offset + entity.length >= to,
    );
    return covering.reduceRight((inner, entity) => wrap(inner, entity, text, acts), text.slice(from, to));
  });
  return element('div', 'text', ...pieces);
}

function wrap(inner, entity, text, acts) {
  const whole = text.slice(entity.offset, entity.offset + entity.length);
  switch (entity.type) {
    case 'url':
      return drawLink(inner, whole, acts);
    case 'text_link':
      return drawLink(inner, entity.url, acts);
    case 'bot_command':
      return drawClickable(inner, 'command', () => acts.command(whole));
    case 'spoiler':
      return drawClickable(inner, 'spoiler', (event) => event.currentTarget.classList.add('shown'));
    default:
      return element(WRAPPERS[entity.type] ?? 'span', entity.type, inner);
  }
}

function drawLink(inner, address, acts) {
  const link = element('a', '', inner);
  if (/^(https?:|mailto:|tel:)/i.test(address)) link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.addEventListener('click', (event) => {
    if (acts.link(address)) event.preventDefault();
  });
  return link;
}

function drawClickable(inner, className, act) {
  const button = element('button', className, inner);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

function drawFoot(message) {
  const edited = message.edit_date ? 'đã sửa ' : '';
  return element('time', 'foot', `${edited}${formatTime(new Date(message.date * 1000))}`);
}

function drawKeyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return [];
  const drawn = rows.map((row) =>
    element('div', 'keyboard-row', ...row.map((button) => drawButton(message, button, acts))),
  );
  return [element('div', 'keyboard', ...drawn)];
}

function drawButton(message, button, acts) {
  const drawn = element('button', 'key', button.text);
  drawn.type = 'button';
  if (button.url) drawn.classList.add('link');
  drawn.addEventListener('click', () => {
    drawn.classList.add('pressed');
    setTimeout(() => drawn.classList.remove('pressed'), 600);
    acts.press(message, button);
  });
  return drawn;
}

function drawTools(message, isOwn, acts) {
  const tools = element(
    'div',
    'tools',
    drawClickable('Trả lời', 'tool', () => acts.reply(message)),
  );
  if (isOwn && message.text) tools.append(drawClickable('Sửa', 'tool', () => acts.edit(message)));
  return tools;
}

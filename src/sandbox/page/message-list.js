import { element, formatDay } from './format.js';
import { drawMessage } from './message-view.js';

const NEAR_END_PX = 160;
const list = document.getElementById('messages');

/** The messages of the open chat, drawn by day; follows the end unless one has scrolled up. */
export class MessageList {
  #acts;
  #speakerId = 0;
  #messages = new Map();
  #rows = new Map();
  #hasEarlier = false;
  #isAtEnd = true;

  /** `acts` as in {@link drawMessage}, and `loadEarlier()`. */
  constructor(acts) {
    this.#acts = acts;
    list.addEventListener('scroll', () => {
      this.#isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
    });
  }

  get oldestId() {
    return Math.min(...this.#messages.keys());
  }

  /** Empties the list for a chat as seen by a person. */
  reset(speakerId) {
    this.#messages = new Map();
    this.#rows = new Map();
    this.#hasEarlier = false;
    this.#speakerId = speakerId;
    this.#isAtEnd = true;
    list.replaceChildren();
  }

  /** Shows the newest page; what was heard since the list was emptied is newer and stays. */
  show({ messages, hasEarlier }) {
    this.#messages = new Map([
      ...messages.map((message) => [message.message_id, message]),
      ...this.#messages,
    ]);
    this.#hasEarlier = hasEarlier;
    this.#draw();
  }

  /** Adds an earlier page and stays at the message that was in sight. */
  prepend({ messages, hasEarlier }) {
    for (const message of messages) this.#messages.set(message.message_id, message);
    this.#hasEarlier = hasEarlier;
    const heightBefore = list.scrollHeight;
    this.#draw();
    list.scrollTop = list.scrollHeight - heightBefore;
  }

  /** Adds a message, or shows it as it was edited. */
  put(message) {
    this.#messages.set(message.message_id, message);
    if (message.from.id === this.#speakerId) this.#isAtEnd = true;
    this.#draw();
  }

  remove(messageId) {
    this.#messages.delete(messageId);
    this.#draw();
  }

  setSpeaker(speakerId) {
    this.#speakerId = speakerId;
    this.#rows = new Map();
    this.#draw();
  }

  #draw() {
    const drawn = this.#hasEarlier ? [this.#drawEarlierButton()] : [];
    let day = '';
    for (const message of [...this.#messages.values()].sort((a, b) => a.message_id - b.message_id)) {
      const messageDay = formatDay(new Date(message.date * 1000));
      if (messageDay !== day) drawn.push(element('div', 'day', messageDay));
      day = messageDay;
      drawn.push(this.#rowOf(message));
    }
    if (drawn.length === 0) drawn.push(element('p', 'note', 'Chưa có tin nhắn. Gõ /start để bắt đầu.'));
    const shouldFollow = this.#isAtEnd;
    list.replaceChildren(...drawn);
    if (shouldFollow) list.scrollTop = list.scrollHeight;
  }

  /** A row is drawn again only when its message changed: pictures keep still. */
  #rowOf(message) {
    const known = this.#rows.get(message.message_id);
    if (known?.message === message) return known.row;
    const row = drawMessage(message, this.#speakerId, this.#acts);
    this.#rows.set(message.message_id, { message, row });
    return row;
  }

  #drawEarlierButton() {
    const button = element('button', 'quiet earlier', 'Tin cũ hơn');
    button.type = 'button';
    button.addEventListener('click', () => this.#acts.loadEarlier());
    return button;
  }
}

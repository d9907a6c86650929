import { post, postFile, read } from './api.js';
import { Composer } from './composer.js';
import { paintAvatar } from './format.js';
import { MessageList } from './message-list.js';
import { showFailure, showToast } from './popups.js';

const PHOTO_TYPES = ['image/png', 'image/jpeg'];
const ACTION_SHOWN_MS = 4000;

const get = (id) => document.getElementById(id);
const attempt = (act) => act.catch(showFailure);

/** The open chat and what the chosen person does in it. */
export class Chat {
  #chat = null;
  #speakerId = 0;
  #botUsername;
  #list;
  #composer;

  constructor({ botUsername, onSpeakerChange }) {
    this.#botUsername = botUsername;
    this.#list = new MessageList(this.#messageActs());
    this.#composer = new Composer({
      send: (text, target) => this.#send(text, target),
      sendFile: (file, caption, replyTo) => this.#sendFile(file, caption, replyTo),
      listCommands: () => read(this.#path(`commands?userId=${this.#speakerId}`)),
    });
    get('block').addEventListener('click', () => attempt(this.#toggleAccess()));
    get('speaker').addEventListener('change', (event) => {
      this.#speakerId = Number(event.target.value);
      this.#list.setSpeaker(this.#speakerId);
      onSpeakerChange(this.#speakerId);
    });
  }

  /** Opens a chat: `{ id, name, detail, access, members }`; members is `null` in a private chat. */
  async open(chat, speakerId, draft) {
    this.#chat = chat;
    this.#speakerId = speakerId;
    this.#drawHead();
    const inGroup = `Nhắn trong nhóm (gọi bot bằng @${this.#botUsername})…`;
    this.#composer.reset(draft, chat.members === null ? 'Nhắn cho bot…' : inGroup);
    this.#list.reset(speakerId);
    const page = await read(this.#path('messages'));
    if (this.#chat === chat) this.#list.show(page);
  }

  put(message) {
    get('action').hidden = true;
    this.#list.put(message);
  }

  remove(messageId) {
    this.#list.remove(messageId);
  }

  setAccess(access) {
    this.#chat.access = access;
    this.#drawAccess();
  }

  showAction() {
    get('action').hidden = false;
    setTimeout(() => {
      get('action').hidden = true;
    }, ACTION_SHOWN_MS);
  }

  markRead() {
    return attempt(post(this.#path('read'), {}));
  }

  #path(rest) {
    return `/chats/${this.#chat.id}/${rest}`;
  }

  #messageActs() {
    return {
      press: (message, button) => this.#press(message, button),
      reply: (message) => this.#composer.answer(message),
      edit: (message) => this.#composer.edit(message),
      command: (command) => void attempt(this.#composer.send(command)),
      link: (address) => this.#followBotLink(address),
      loadEarlier: () => void attempt(this.#loadEarlier()),
    };
  }

  #press(message, button) {
    if (button.callback_data) {
      const press = { userId: this.#speakerId, messageId: message.message_id, data: button.callback_data };
      void attempt(post(this.#path('presses'), press));
    } else if (button.url && !this.#followBotLink(button.url)) {
      window.open(button.url, '_blank', 'noopener');
    }
  }

  /** A link to the bot itself is followed here, as Telegram would: it presses Start. True when it was one. */
  #followBotLink(address) {
    const match = /^https?:\/\/t\.me\/([^?/]+)(?:\?start=([\w-]+))?$/.exec(address);
    if (match?.[1] !== this.#botUsername) return false;
    void attempt(this.#composer.send(`/start ${match[2] ?? ''}`.trim()));
    return true;
  }

  async #send(text, { replyTo, editing }) {
    const userId = this.#speakerId;
    if (editing) await post(this.#path('edits'), { userId, messageId: editing.message_id, text });
    else await post(this.#path('messages'), { userId, text, ...replyField(replyTo) });
  }

  async #sendFile(file, caption, replyTo) {
    const kind = PHOTO_TYPES.includes(file.type) ? 'photo' : 'document';
    const fields = { userId: this.#speakerId, kind, caption, ...replyField(replyTo) };
    await postFile(this.#path('files'), fields, file);
  }

  async #loadEarlier() {
    this.#list.prepend(await read(this.#path(`messages?before=${this.#list.oldestId}`)));
  }

  #drawHead() {
    const { id, name, detail, members } = this.#chat;
    get('chat-name').textContent = name;
    get('chat-detail').textContent = detail;
    paintAvatar(get('chat-avatar'), id, name);
    get('speaker-box').hidden = members === null;
    const options = (members ?? []).map((member) => new Option(member.name, member.telegramId));
    get('speaker').replaceChildren(...options);
    get('speaker').value = String(this.#speakerId);
    this.#drawAccess();
  }

  #drawAccess() {
    const isShut = this.#chat.access === 'blocked' || this.#chat.access === 'kicked';
    const words = this.#chat.members === null ? ['Chặn bot', 'Bỏ chặn'] : ['Mời bot ra', 'Mời bot lại'];
    get('block').textContent = words[isShut ? 1 : 0];
    get('composer').classList.toggle('blocked', isShut);
  }

  async #toggleAccess() {
    const shut = this.#chat.members === null ? 'blocked' : 'kicked';
    const access = this.#chat.access === shut ? 'open' : shut;
    await post(this.#path('access'), { userId: this.#speakerId, access });
    showToast(access === 'open' ? 'Bot lại nhắn được vào đây' : 'Bot không còn nhắn được vào đây');
  }
}

function replyField(replyTo) {
  return replyTo ? { replyTo: replyTo.message_id } : {};
}

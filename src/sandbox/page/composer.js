import { element } from './format.js';
import { summaryOf } from './message-view.js';
import { showFailure } from './popups.js';

const MAX_HEIGHT_PX = 160;

const get = (id) => document.getElementById(id);
const text = get('text');
const commandBox = get('commands');

/**
 * The line to write in. `acts`: `send(text, { replyTo, editing })`, `sendFile(file, caption, replyTo)` and
 * `listCommands()`, each a promise.
 */
export class Composer {
  #acts;
  #replyTo = null;
  #editing = null;

  constructor(acts) {
    this.#acts = acts;
    this.#wireText();
    get('reply-cancel').addEventListener('click', () => this.answer(null));
    get('show-commands').addEventListener('click', () => this.#attempt(this.#toggleCommands()));
    get('attach').addEventListener('click', () => get('file').click());
    get('file').addEventListener('change', () => this.#attempt(this.#sendFiles(get('file'))));
  }

  /** Starts afresh for another chat. */
  reset(draft, placeholder) {
    this.answer(null);
    commandBox.hidden = true;
    text.placeholder = placeholder;
    this.#setText(draft);
  }

  /** The next message answers this one; `null` = none. */
  answer(message) {
    this.#replyTo = message;
    this.#editing = null;
    this.#showTarget(message ? `Trả lời ${message.from.first_name}: ${summaryOf(message)}` : '');
  }

  /** The next text replaces this message. */
  edit(message) {
    this.#replyTo = null;
    this.#editing = message;
    this.#setText(message.text);
    this.#showTarget(`Sửa: ${summaryOf(message)}`);
  }

  /** Sends a text at once, as a tap on a command does. */
  async send(body) {
    commandBox.hidden = true;
    await this.#acts.send(body, { replyTo: this.#replyTo, editing: this.#editing });
    this.answer(null);
  }

  #wireText() {
    get('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    text.addEventListener('input', () => {
      this.#grow();
      if (text.value === '/' && commandBox.hidden) void this.#attempt(this.#toggleCommands());
    });
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.#submit();
    });
  }

  async #submit() {
    const body = text.value.trim();
    if (body === '') return;
    this.#setText('');
    try {
      await this.send(body);
    } catch (error) {
      this.#setText(body);
      showFailure(error);
    }
  }

  async #sendFiles(input) {
    for (const file of input.files) await this.#acts.sendFile(file, text.value.trim(), this.#replyTo);
    input.value = '';
    this.#setText('');
    this.answer(null);
  }

  async #toggleCommands() {
    if (!commandBox.hidden) {
      commandBox.hidden = true;
      return;
    }
    const commands = await this.#acts.listCommands();
    const rows = commands.map((command) => this.#drawCommand(command));
    const nothing = element('p', 'note', 'Bot chưa đặt lệnh nào ở đây');
    commandBox.replaceChildren(...(rows.length > 0 ? rows : [nothing]));
    commandBox.hidden = false;
  }

  #drawCommand({ command, description }) {
    const row = element('button', '', element('b', '', `/${command}`), element('span', '', description));
    row.type = 'button';
    row.addEventListener('click', () => {
      this.#setText('');
      void this.#attempt(this.send(`/${command}`));
    });
    return row;
  }

  #showTarget(description) {
    get('reply').hidden = description === '';
    get('reply-text').textContent = description;
    // On a telephone the keyboard would cover half of the chat.
    if (matchMedia('(hover: hover)').matches) text.focus();
  }

  #setText(value) {
    text.value = value;
    this.#grow();
  }

  #grow() {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, MAX_HEIGHT_PX)}px`;
  }

  #attempt(act) {
    return act.catch(showFailure);
  }
}

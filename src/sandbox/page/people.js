import { element, fold, paintAvatar } from './format.js';

const MAX_FOUND = 60;
const UNITS_OPEN_AT_FIRST = 2;
const REDRAW_AFTER_MS = 150;

const list = document.getElementById('people');
const search = document.getElementById('search');

/** The list of groups and people; `open(chatId)` is called with the one that was chosen. */
export class PeopleList {
  #open;
  /** @type {{ people: Record<string, any>[], groups: Record<string, any>[] }} */
  #overview = { people: [], groups: [] };
  #chosenId = null;
  #openUnits = new Set();
  #closedUnits = new Set();
  #isDrawDue = false;

  constructor(open) {
    this.#open = open;
    search.addEventListener('input', () => this.#draw());
  }

  update(overview) {
    this.#overview = overview;
    this.#draw();
  }

  choose(chatId) {
    this.#chosenId = chatId;
    this.#draw();
  }

  setUnread(chatId, count) {
    const { people, groups } = this.#overview;
    const entry =
      people.find((person) => person.telegramId === chatId) ??
      groups.find((group) => group.chatId === chatId);
    if (!entry || entry.unread === count) return;
    entry.unread = count;
    this.#drawSoon();
  }

  /** A moved clock brings hundreds of messages at once: the list is drawn once for all of them. */
  #drawSoon() {
    if (this.#isDrawDue) return;
    this.#isDrawDue = true;
    setTimeout(() => {
      this.#isDrawDue = false;
      this.#draw();
    }, REDRAW_AFTER_MS);
  }

  #draw() {
    const wanted = fold(search.value.trim());
    const top = list.scrollTop;
    list.replaceChildren(...(wanted === '' ? this.#drawAll() : this.#drawFound(wanted)));
    list.scrollTop = top;
  }

  #drawAll() {
    const groups = this.#overview.groups.map((group) =>
      this.#drawEntry(group.chatId, group.title, `${group.memberIds.length} thành viên`, group.unread),
    );
    const units = [...groupByUnit(this.#overview.people)].map(([unit, people], index) =>
      this.#drawUnit(unit, people, this.#isUnitOpen(unit, people, index)),
    );
    const groupsTitle = groups.length > 0 ? [element('h2', '', 'Nhóm')] : [];
    return [...groupsTitle, ...groups, element('h2', '', 'Người'), ...units];
  }

  #isUnitOpen(unit, people, index) {
    if (this.#openUnits.has(unit) || people.some(({ telegramId }) => telegramId === this.#chosenId))
      return true;
    return index < UNITS_OPEN_AT_FIRST && !this.#closedUnits.has(unit);
  }

  #drawFound(wanted) {
    const found = this.#overview.people.filter(({ name, title, unit }) =>
      fold(`${name} ${title} ${unit}`).includes(wanted),
    );
    if (found.length === 0) return [element('p', 'note', 'Không tìm thấy ai')];
    const shown = found
      .slice(0, MAX_FOUND)
      .map(({ telegramId, name, title, unit, unread }) =>
        this.#drawEntry(telegramId, name, `${title} · ${unit}`, unread),
      );
    const restCount = found.length - shown.length;
    return restCount > 0 ? [...shown, element('p', 'note', `… và ${restCount} người nữa`)] : shown;
  }

  #drawUnit(unit, people, isOpen) {
    const unread = people.reduce((sum, person) => sum + person.unread, 0);
    const name = element('span', 'unit-name', unit);
    const count = element('small', 'unit-count', String(people.length));
    const details = element('details', 'unit', element('summary', '', name, count, drawBadge(unread)));
    // People of a closed unit are drawn when it opens: a department may have thousands.
    const fill = () => {
      if (!details.open || details.childElementCount > 1) return;
      const entries = people.map((person) =>
        this.#drawEntry(person.telegramId, person.name, person.title, person.unread),
      );
      details.append(...entries);
    };
    details.addEventListener('toggle', () => {
      (details.open ? this.#openUnits : this.#closedUnits).add(unit);
      (details.open ? this.#closedUnits : this.#openUnits).delete(unit);
      fill();
    });
    details.open = isOpen;
    fill();
    return details;
  }

  #drawEntry(chatId, name, detail, unread) {
    const avatar = element('span');
    paintAvatar(avatar, chatId, name);
    const lines = element('span', 'entry-lines', element('b', '', name), element('small', '', detail));
    const entry = element('button', 'entry', avatar, lines, drawBadge(unread));
    entry.type = 'button';
    entry.classList.toggle('chosen', chatId === this.#chosenId);
    entry.addEventListener('click', () => this.#open(chatId));
    return entry;
  }
}

function drawBadge(unread) {
  const badge = element('span', 'badge', unread > 99 ? '99+' : String(unread));
  badge.hidden = unread === 0;
  return badge;
}

function groupByUnit(people) {
  const units = new Map();
  for (const person of people) {
    if (!units.has(person.unit)) units.set(person.unit, []);
    units.get(person.unit).push(person);
  }
  return units;
}

import { listen, read } from './api.js';
import { Chat } from './chat.js';
import { enableClock, showClock } from './clock.js';
import { drawHint } from './hint.js';
import { PeopleList } from './people.js';
import { showAlert, showFailure, showToast } from './popups.js';

const get = (id) => document.getElementById(id);
const NO_CHAT = 0;

let overview = await read('/overview');
let openId = NO_CHAT;
let speakerId = NO_CHAT;
let stopListening = () => {};

const people = new PeopleList((chatId) => void openChat(chatId));
const chat = new Chat({
  botUsername: overview.botUsername,
  onSpeakerChange: (id) => {
    speakerId = id;
    hear();
  },
});

function describeChat(chatId) {
  const entry = findEntry(chatId);
  if (!entry) return null;
  const { access } = entry;
  if (entry.memberIds === undefined) {
    const detail = `${entry.title} · ${entry.unit}`;
    return { id: chatId, name: entry.name, detail, access, members: null };
  }
  const members = overview.people.filter(({ telegramId }) => entry.memberIds.includes(telegramId));
  const detail = `${entry.memberIds.length} thành viên`;
  return { id: chatId, name: entry.title, detail, access, members };
}

async function openChat(chatId, draft = '') {
  const described = describeChat(chatId);
  if (!described) return showHint();
  openId = chatId;
  speakerId = described.members === null ? chatId : (described.members[0]?.telegramId ?? NO_CHAT);
  location.hash = String(chatId);
  get('hint').hidden = true;
  get('chat').hidden = false;
  get('layout').classList.add('in-chat');
  people.choose(chatId);
  hear();
  try {
    await chat.open(described, speakerId, draft);
    await chat.markRead();
  } catch (error) {
    showFailure(error);
  }
}

function findEntry(chatId) {
  return (
    overview.people.find(({ telegramId }) => telegramId === chatId) ??
    overview.groups.find((group) => group.chatId === chatId)
  );
}

function showList() {
  get('layout').classList.remove('in-chat');
}

function showHint() {
  openId = NO_CHAT;
  get('chat').hidden = true;
  get('hint').hidden = false;
  get('layout').classList.add('in-chat');
  drawHint(get('hint'), overview, { start: (chatId, draft) => void openChat(chatId, draft), showList });
  people.choose(null);
  hear();
}

function hear() {
  stopListening();
  stopListening = listen(
    { chatId: openId, userId: speakerId },
    {
      message: (message) => {
        chat.put(message);
        if (message.from.is_bot) void chat.markRead();
      },
      deleted: ({ messageId }) => chat.remove(messageId),
      unread: ({ chatId, count }) => people.setUnread(chatId, count),
      access: ({ chatId, access }) => {
        const entry = findEntry(chatId);
        if (entry) entry.access = access;
        if (chatId === openId) chat.setAccess(access);
      },
      answer: ({ text, isAlert }) => {
        if (text) (isAlert ? showAlert : showToast)(text);
      },
      action: () => chat.showAction(),
      clock: ({ now }) => showClock(now),
      cleared: () => void refresh(),
    },
    () => void refresh(),
  );
}

async function refresh() {
  overview = await read('/overview');
  people.update(overview);
  showClock(overview.now);
  if (openId === NO_CHAT) showHint();
  else await openChat(openId);
}

get('bot-name').textContent = overview.botName;
get('back').addEventListener('click', showList);
get('show-hint').addEventListener('click', showHint);
window.addEventListener('hashchange', () => {
  const wanted = Number(location.hash.slice(1));
  if (wanted && wanted !== openId) void openChat(wanted);
});
enableClock(overview.canMoveClock, () => void refresh());
showClock(overview.now);
people.update(overview);
await openChat(Number(location.hash.slice(1)) || NO_CHAT);

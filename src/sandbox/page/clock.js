import { post } from './api.js';
import { formatDay, formatTime, isoDay } from './format.js';
import { showFailure, showToast } from './popups.js';

const VIETNAM_OFFSET = '+07:00';

const time = document.getElementById('clock-time');
const buttons = document.getElementById('clock-buttons');
const dayBox = document.getElementById('day');
const dayInput = document.getElementById('day-input');
const timeInput = document.getElementById('time-input');
let now = new Date();

export function showClock(iso) {
  now = new Date(iso);
  time.textContent = `${formatTime(now)} ${formatDay(now)}`;
}

/** Makes the clock's buttons work; `onReset` runs after the sandbox went back to its start. */
export function enableClock(canMove, onReset) {
  buttons.hidden = !canMove;
  buttons.addEventListener('click', (event) => {
    const move = event.target.dataset.move;
    if (move === 'instant') askDay();
    else if (move === 'start') void reset(onReset);
    else if (move) void moveClock({ to: move });
  });
  document.getElementById('day-cancel').addEventListener('click', () => dayBox.close());
  document.getElementById('day-form').addEventListener('submit', () => {
    void moveClock({ to: 'instant', instant: `${dayInput.value}T${timeInput.value}:00${VIETNAM_OFFSET}` });
  });
}

function askDay() {
  dayInput.value = isoDay(now);
  dayInput.min = isoDay(now);
  dayBox.showModal();
}

async function reset(onReset) {
  if (!confirm('Xóa mọi tin nhắn, trở về ngày đầu?')) return;
  if (await moveClock({ to: 'start' })) onReset();
}

/** Moves the clock; the jump runs every reminder on its way and may take a while. */
async function moveClock(move) {
  setBusy(true);
  try {
    const moved = await post('/clock', move);
    showClock(moved.now);
    showToast(`Bây giờ là ${time.textContent}`);
    return true;
  } catch (error) {
    showFailure(error);
    return false;
  } finally {
    setBusy(false);
  }
}

function setBusy(isBusy) {
  document.body.classList.toggle('busy', isBusy);
  for (const button of buttons.querySelectorAll('button')) button.disabled = isBusy;
  if (isBusy) time.textContent = 'Đang chuyển thời gian…';
  else showClock(now.toISOString());
}

const TOAST_MS = 3500;

const toast = document.getElementById('toast');
const alertBox = document.getElementById('alert');
const pictureBox = document.getElementById('picture');
let hideToast = 0;

export function showToast(text) {
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(hideToast);
  hideToast = setTimeout(() => {
    toast.hidden = true;
  }, TOAST_MS);
}

export function showAlert(text) {
  document.getElementById('alert-text').textContent = text;
  alertBox.showModal();
}

/** Shows why something did not work, whoever threw it. */
export function showFailure(error) {
  showToast(`Không thực hiện được: ${error.message}`);
}

export function showPicture(address) {
  document.getElementById('picture-image').src = address;
  pictureBox.showModal();
}

pictureBox.addEventListener('click', () => pictureBox.close());

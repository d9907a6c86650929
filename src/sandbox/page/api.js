/** Calls one address of the sandbox and returns its JSON. Throws with the server's reason. */
async function request(path, options) {
  const response = await fetch(`/sandbox/api${path}`, options);
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? body.description ?? response.statusText);
  return body;
}

export function read(path) {
  return request(path);
}

export function post(path, body) {
  return request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export function postFile(path, fields, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file, file.name);
  return request(path, { method: 'POST', body: form });
}

/**
 * Hears what changes, as seen by a person with a chat open; returns what ends it. `onReconnect` runs when the line was
 * lost and came back: events were missed meanwhile.
 */
export function listen(view, handlers, onReconnect) {
  const source = new EventSource(`/sandbox/api/events?chatId=${view.chatId}&userId=${view.userId}`);
  let hasConnected = false;
  source.addEventListener('open', () => {
    if (hasConnected) onReconnect();
    hasConnected = true;
  });
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
  return () => source.close();
}

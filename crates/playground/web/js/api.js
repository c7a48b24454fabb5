/**
 * The people's side of the playground over HTTP (`/client/…`, see PROTOCOL.md).
 * Every call rejects with an `Error` whose message is the server's own explanation.
 */

/** `GET /client/<path>`; absent query values are left out. */
export async function get(path, query = {}) {
  const present = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(present.map(([key, value]) => [key, String(value)]));
  return answer(await fetch(`/client/${path}${present.length ? `?${search}` : ''}`));
}

/** `POST /client/<path>` with a JSON body; absent values are left out. */
export async function post(path, body) {
  return answer(
    await fetch(`/client/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** `POST /client/upload`: `fields` of PROTOCOL.md and one or more files; answers the created messages. */
export async function upload(fields, files) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== '') form.append(key, String(value));
  }
  for (const file of files) form.append('file', file, file.name);
  return answer(await fetch('/client/upload', { method: 'POST', body: form }));
}

/** The address of a stored file's bytes. */
export function fileUrl(fileId) {
  return `/client/file/${encodeURIComponent(fileId)}`;
}

async function answer(response) {
  const text = await response.text();
  let body = null;
  try {
    body = text ? JSON.parse(text) : {};
  } catch {
    // Not JSON: a panic page or a proxy; the status line below says what is known.
  }
  if (!response.ok) throw new Error(body?.error ?? `${response.status} ${response.statusText}`);
  return body;
}

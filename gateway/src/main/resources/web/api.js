// How the page speaks with the gateway: problems become errors with the server's own words, and every change carries an
// Idempotency-Key that stays the same when the person tries again.

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? '');
    this.status = status;
    this.code = (body.type ?? '').split('/').pop();
    this.errors = body.errors ?? [];
  }
}

const cookie = (name) =>
  document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem(0, { type: '/problems/offline' });
  }
  if (!response.ok) {
    const isProblem = response.headers.get('Content-Type')?.includes('problem+json');
    throw new Problem(response.status, isProblem ? await response.json() : {});
  }
  return response;
}

/** @param language of what the answer says in words; the browser's own if not said */
export const get = (path, language) =>
  call(path, language && { headers: { 'Accept-Language': language } }).then((response) => response.json());

export const etagOf = (path) => call(path).then((response) => response.headers.get('ETag'));

/** Reads a list page by page: gives the items so far and, if there is more, the address of the rest. */
export async function page(path, cursor) {
  const address = cursor ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : path;
  return get(address);
}

export async function all(path) {
  const items = [];
  let next;
  do {
    const part = await page(`${path}?limit=100`, next);
    items.push(...part.items);
    next = part.next;
  } while (next);
  return items;
}

const send = (path, body, headers) =>
  call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? '', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

export async function post(path, body, headers = {}) {
  try {
    return await send(path, body, headers);
  } catch (refused) {
    if (refused.code !== 'form-out-of-date') throw refused;
    // The page's token went with its session. Whoever is logged in again gets a new one; else this tells so.
    await get('/api/v1/me');
    return send(path, body, headers);
  }
}

export const newKey = () => crypto.randomUUID();

// Taps that wait to be sent, in IndexedDB; shared by the tablet's pages and its service worker.
// A tap: { tap: its UUID, url, body: [[name, value], …], member, …what the page shows it with }. It stays until the
// server has answered it: whatever the answer, it was heard. Without a net, or when the server could not, it is kept
// and sent again. Pages hear "rungs:outbox" whenever something was put in or taken out.
// Each says how many seconds ago it was tapped (`age`), never when: the tablet's clock may be wrong, a difference is not.

const HEARD = [404, 409, 413, 422];
// Older than any seat is good for: then the clock was set meanwhile.
const OLDEST = 14 * 24 * 3600;

let opened = null;
let flushing = null;
// Where a browser refuses to store (a private window, say), taps live as long as their page.
const spare = new Map();

function database() {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open("rungs-tablet", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("taps", { keyPath: "number", autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opened;
}

async function store(mode, act) {
  const transaction = (await database()).transaction("taps", mode);
  const request = act(transaction.objectStore("taps"));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = () => failed(transaction.error);
  });
}

const changed = () => globalThis.document?.dispatchEvent(new CustomEvent("rungs:outbox"));

async function all() {
  const stored = await store("readonly", (taps) => taps.getAll()).catch(() => []);
  return [...stored, ...spare.values()];
}

async function put(record) {
  record.made ??= Date.now();
  record.page ??= performance.timeOrigin;
  record.since ??= performance.now();
  try {
    record.number = await store("readwrite", (taps) => taps.put({ ...record }));
  } catch {
    spare.set(record.tap, record);
  }
  changed();
}

async function drop(record) {
  spare.delete(record.tap);
  if (record.number) await store("readwrite", (taps) => taps.delete(record.number)).catch(() => {});
  changed();
}

async function empty() {
  spare.clear();
  await store("readwrite", (taps) => taps.clear()).catch(() => {});
  changed();
}

// As long as its page lives, a steady clock counts along, which nobody can set but which may sleep with the tablet; so
// the longer of the two is right. After a restart only the tablet's clock knows.
function age({ made, page, since }) {
  const steady = page === performance.timeOrigin ? (performance.now() - since) / 1000 : 0;
  const clock = (Date.now() - made) / 1000;
  return Math.round(Math.max(steady, 0 <= clock && clock < OLDEST ? clock : 0));
}

const heard = (answer) => Boolean(answer) && (answer.status < 400 || HEARD.includes(answer.status));

// Sends one tap; returns the answer, or nothing without a net.
async function send(record, token, late) {
  const body = new URLSearchParams(record.body);
  body.set("tap", record.tap);
  if (record.made) body.set("age", age(record));
  if (late) body.set("late", "1");
  const headers = { "X-Rungs-Tap": "1", "X-CSRFToken": token, Accept: "text/html" };
  try {
    return await fetch(record.url, { method: "POST", headers, body, cache: "no-store" });
  } catch {
    return null;
  }
}

// Where the tablet stands: a fresh form token, or that it was put away; nothing without a net.
async function here(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
    // Only Rungs itself leads an unknown key to the faces; a proxy's error page says nothing about the tablet.
    if (answer.redirected && `${answer.url}/` === new URL(".", new URL(address, location)).href) return { away: true };
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// Sends all that waits, in the order it was tapped. `told` hears each answer, and { away } when the tablet was put away.
// A page and the worker at it together do no harm: a tap counts once. Returns whether nothing waits any more.
function flush(address, told) {
  flushing ??= sendAll(address, told).finally(() => (flushing = null));
  return flushing;
}

async function sendAll(address, told) {
  const waiting = await all();
  if (!waiting.length) return true;
  const stands = await here(address);
  if (stands) await told({ stands });
  if (!stands?.token) return false;
  for (const record of waiting) {
    const answer = await send(record, stands.token, true);
    if (heard(answer)) await drop(record);
    await told({ record, answer });
    if (!heard(answer)) return false;
  }
  return true;
}

globalThis.outbox = { all, put, drop, empty, heard, send, here, flush };

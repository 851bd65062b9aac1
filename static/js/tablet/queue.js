// Sends what waits in the outbox: when the net comes back, when a page is shown, and again and again while something
// waits, at the latest every 15 seconds. With a service worker the browser does it too, even when no page is open
// (Background Sync).
// Hooks: #saved is shown while something waits that could not be sent; <body data-here data-faces>; on the faces,
// [data-face=member] gets data-saved.

const LATEST = 15000;

let misses = 0;
let notBefore = 0;
let timer = 0;

const saved = document.getElementById("saved");

async function show() {
  const waiting = await outbox.all();
  if (!waiting.length) misses = 0;
  if (saved) saved.hidden = !(waiting.length && (misses || !navigator.onLine));
  const whose = new Set(waiting.map((record) => record.member));
  for (const face of document.querySelectorAll("[data-face]")) face.toggleAttribute("data-saved", whose.has(face.dataset.face));
  clearTimeout(timer);
  if (waiting.length) timer = setTimeout(flush, misses ? Math.min(LATEST, 1000 * 2 ** misses) : LATEST);
}

// The server could not, there is no net, or the form token is too old: what was tapped waits.
function failed(answer) {
  if (answer?.status === 403 && !misses) setTimeout(flush);
  misses += 1;
  const seconds = Number(answer?.headers.get("Retry-After")) || 0;
  notBefore = performance.now() + seconds * 1000;
  if (seconds) setTimeout(flush, seconds * 1000);
  navigator.serviceWorker?.ready.then((worker) => worker.sync?.register("taps")).catch(() => {});
  return show();
}

async function flush() {
  if (performance.now() < notBefore || !document.body.dataset.here) return;
  await outbox.flush(document.body.dataset.here, told);
  await show();
}

async function told({ stands, record, answer }) {
  if (stands?.away) {
    await outbox.empty();
    location.replace(document.body.dataset.faces);
  } else if (stands?.token) {
    document.querySelector('meta[name="csrf-token"]')?.setAttribute("content", stands.token);
  } else if (record) {
    if (!outbox.heard(answer)) return failed(answer);
    document.dispatchEvent(new CustomEvent("rungs:sent", { detail: { record, answer } }));
  }
}

// What the worker was answered.
const answerOf = ({ status, headers, html }) => new Response([204, 205].includes(status) ? null : html, { status, headers });

globalThis.queue = { failed, flush };

document.addEventListener("rungs:outbox", show);
document.addEventListener("rungs:region", show);
addEventListener("online", flush);
addEventListener("offline", show);
addEventListener("pageshow", flush);
navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  if (data === "sent") show();
  if (data.record) document.dispatchEvent(new CustomEvent("rungs:sent", { detail: { record: data.record, answer: answerOf(data) } }));
  if (data === "away") location.replace(document.body.dataset.faces);
});

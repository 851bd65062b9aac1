// The tablet's pages stay live: one stream for a page that is looked at, whose messages region.js puts in place.
// Hook: <… id="live" data-live-url data-poll-url data-revision>. Without a stream it asks now and then.
// When the tablet is put away, or somebody else sits down, the page goes back to the faces at once.

const SILENCE = 40000;
const POLL_AFTER = 6000;
const POLL_EVERY = 20000;

const place = document.getElementById("live");
const { body } = document;

let stream = null;
let revision = Number(place?.dataset.revision) || 0;
let heard = performance.now();
let polled = -POLL_EVERY;
let failures = 0;
let again = 0;
let live = false;

const now = () => performance.now();
const leave = () => location.replace(body.dataset.faces);

function address(url) {
  const asked = new URL(url, location.href);
  asked.searchParams.set("revision", revision);
  return asked;
}

function open() {
  shut();
  if (document.hidden || body.dataset.left !== undefined) return;
  again = now() + SILENCE;
  stream = new EventSource(address(place.dataset.liveUrl));
  stream.onopen = () => {
    failures = 0;
    hear();
    tell(true);
    queue.flush();
  };
  stream.onmessage = (event) => show(event.data, event.lastEventId);
  stream.addEventListener("beat", hear);
  stream.addEventListener("resync", poll);
  stream.addEventListener("closed", check);
  stream.onerror = failed;
}

function shut() {
  stream?.close();
  stream = null;
  tell(false);
}

function tell(state) {
  live = state;
  body.toggleAttribute("data-live", state);
}

function hear() {
  heard = now();
}

function failed() {
  tell(false);
  if (stream?.readyState !== EventSource.CLOSED) return; // it comes back by itself
  failures += 1;
  again = now() + Math.min(60000, 1000 * 2 ** failures) * (0.5 + Math.random());
  if (failures === 1) check();
}

function show(html, id) {
  hear();
  region.update(html);
  revision = Math.max(revision, Number(id) || 0);
}

async function poll() {
  polled = now();
  try {
    const answer = await fetch(address(place.dataset.pollUrl), { cache: "no-store" });
    if (answer.redirected || [404, 205].includes(answer.status)) return leave();
    if (answer.status === 200) show(await answer.text(), answer.headers.get("X-Revision"));
  } catch {
    // no net: it is asked again
  }
}

// Refused or closed: is this still somebody's tablet, and do they still sit here?
async function check() {
  shut();
  again = now() + 1000;
  const stands = await outbox.here(body.dataset.here);
  if (stands && (stands.away || String(stands.member ?? "") !== (place.dataset.member ?? ""))) leave();
}

function tick() {
  if (document.hidden) return;
  if (live ? now() - heard > SILENCE : now() > again) open();
  else if (!live && now() - heard > POLL_AFTER && now() - polled > POLL_EVERY) poll();
}

if (place) {
  place.dataset.member = document.querySelector("#seat, #run")?.dataset.member ?? "";
  open();
  setInterval(tick, 2000);
  document.addEventListener("visibilitychange", () => (document.hidden ? shut() : open()));
  addEventListener("online", open);
  addEventListener("pagehide", shut);
  addEventListener("pageshow", (event) => event.persisted && open());
}

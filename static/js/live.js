// The page stays live: one stream for each visible tab, whose messages htmx morphs in.
// Hook: <… data-live-url="/live/h/1/?page=routine&routine=3" data-poll-url="/h/1/poll" data-revision="41"
// data-home="/h/1/">, <template id="to-tell">, <template id="ended"> with a [data-why] for each reason to leave.
// Whoever looks in through a consent ([data-over]) is led away as soon as it is over, with what they were writing kept:
// "rungs:leaving" is told first.
// The panel's data-step and data-speaker go along, so that another open card is another stream.
// A panel's data-page is the address of the page with this panel open; beside data-home, that of a page which answers
// what was sent to another address. The event rungs:anew fetches the page anew.
// Without a stream it asks now and then, and says so in #live-state[data-state].

const SILENCE = 40000;
const POLL_AFTER = 6000;
const POLL_EVERY = 20000;
const LEAVE_AFTER = 5000;

let stream = null;
let address = "";
let revision = 0;
let live = false;
let over = false;
let polling = false;
let failures = 0;
let heard = 0;
let lost = Date.now();
let polled = 0;
let again = 0;
let showing = Promise.resolve();

// A step that was put away leads to its routine; somebody signed out is led out of the household.
const within = (answer) => !answer.redirected || /^\/(h|review)\//.test(new URL(answer.url).pathname);
const GONE = [404, 410];
const place = () => document.querySelector("[data-live-url]");

function query() {
  const url = new URL(place().dataset.liveUrl, location.href);
  const { step, speaker } = document.getElementById("panel")?.dataset ?? {};
  if (step) url.searchParams.set("step", step);
  if (speaker) url.searchParams.set("speaker", speaker);
  return url;
}

function tell(state) {
  const sign = document.getElementById("live-state");
  if (sign) sign.dataset.state = state;
  document.dispatchEvent(new CustomEvent("rungs:live", { detail: { state, revision } }));
}

const wait = () => tell(!navigator.onLine ? "offline" : polling ? "polling" : "connecting");

function open() {
  shut();
  if (over || document.hidden || !place()) return;
  const url = query();
  address = url.href;
  url.searchParams.set("revision", revision);
  again = Date.now() + SILENCE;
  wait();
  stream = new EventSource(url);
  stream.onopen = opened;
  stream.onmessage = (event) => hear(() => show(event.data, event.lastEventId));
  stream.addEventListener("beat", () => hear());
  stream.addEventListener("resync", (event) => hear(() => fetchPage(event.lastEventId)));
  stream.addEventListener("closed", end);
  stream.onerror = failed;
}

function shut() {
  stream?.close();
  stream = null;
  lose();
}

function lose() {
  if (live) lost = Date.now();
  live = false;
}

function opened() {
  live = true;
  polling = false;
  failures = 0;
  polled = 0;
  hear();
  tell("live");
}

function failed() {
  lose();
  wait();
  if (stream?.readyState !== EventSource.CLOSED) return; // it comes back by itself, when the server said
  failures += 1;
  if (failures === 1 && place().dataset.over !== undefined) poll(); // over, perhaps
  again = Date.now() + Math.min(60000, 1000 * 2 ** failures) * (0.5 + Math.random());
}

function hear(act) {
  heard = Date.now();
  if (act) showing = showing.then(act).catch((error) => console.error(error));
}

async function show(text, id) {
  await htmx.swap({ text, sourceElement: document.body, target: document.body, swap: "none", pushed: true });
  revision = Math.max(revision, Number(id) || 0);
  live ? tell("live") : wait();
}

// The whole page anew, morphed into this one. What waits to be told (X-Anew: base.html) waits for the next page its
// reader opens: that may be on its way already.
async function fetchPage(id) {
  const page = document.getElementById("panel")?.dataset.page ?? place().dataset.page ?? location.href;
  const answer = await fetch(page, { headers: { Accept: "text/html", "X-Anew": "1" }, cache: "no-store" });
  if (GONE.includes(answer.status) || !within(answer)) return end();
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = fresh.querySelector("main");
  if (!main) return;
  revision = Number(fresh.querySelector("[data-live-url]")?.dataset.revision) || Number(id) || 0;
  const target = document.querySelector("main");
  const swap = { text: main.outerHTML, sourceElement: target, target, swap: "outerMorph" };
  await htmx.swap({ ...swap, pushed: true, anew: true });
  live ? tell("live") : wait();
}

async function poll() {
  polled = Date.now();
  const url = new URL(place().dataset.pollUrl, location.href);
  url.search = query().search;
  url.searchParams.set("revision", revision);
  try {
    const answer = await fetch(url, { headers: { "HX-Request": "true" }, cache: "no-store" });
    if (answer.redirected || GONE.includes(answer.status)) return end();
    polling = answer.status < 400;
    if (!live) wait();
    const id = answer.headers.get("X-Revision");
    if (answer.status === 205) hear(() => fetchPage(id));
    if (answer.status === 200) hear(async () => show(await answer.text(), id));
  } catch {
    polling = false;
    if (!live) wait();
  }
}

// There is nothing more to see here: say why, calmly, here and on the page this leads to.
async function end() {
  if (over) return;
  over = true;
  shut();
  tell("closed");
  const { home, over: leaves } = place().dataset;
  if (leaves !== undefined) return leave(home);
  const why = await reason(home);
  const words = document.getElementById("ended")?.content.querySelector(`[data-why="${why}"]`)?.textContent;
  document.dispatchEvent(new CustomEvent("rungs:tell", { detail: { words, again: true } }));
  setTimeout(() => location.assign(why === "gone" ? home : "/"), LEAVE_AFTER);
}

function leave(home) {
  document.dispatchEvent(new CustomEvent("rungs:leaving"));
  location.replace(home);
}

// Asked at the household's own door: a sign-in, nobody they know, or somebody for whom just this page has gone.
async function reason(home) {
  try {
    const { status, redirected } = await fetch(home, { headers: { "X-Anew": "1" }, cache: "no-store" });
    if (redirected) return "signed-out";
    return status === 404 ? "let-go" : "gone";
  } catch {
    return ""; // no network: nothing is known
  }
}

function tick() {
  if (over || document.hidden || !place()) return;
  const now = Date.now();
  if (live ? now - heard > SILENCE : now > again) open();
  else if (!live && now - lost > POLL_AFTER && now - polled > POLL_EVERY) poll();
}

// Another card is another stream.
const follow = () => place() && query().href !== address && open();

function begin() {
  revision = Math.max(revision, Number(place()?.dataset.revision) || 0);
  open();
}

if (place()) {
  begin();
  setInterval(tick, 2000);
  document.addEventListener("visibilitychange", () => (document.hidden ? shut() : open()));
  for (const event of ["htmx:after:swap", "rungs:folded"]) document.addEventListener(event, follow);
  document.addEventListener("rungs:anew", () => hear(() => fetchPage(revision)));
  addEventListener("online", open);
  addEventListener("offline", () => tell("offline"));
  addEventListener("pagehide", shut);
  addEventListener("pageshow", (event) => event.persisted && begin());
}

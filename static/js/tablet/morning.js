// Draws a morning from what the server said and what was tapped since, also without a net; and asks for it anew when it
// looks different by itself, as the faces and what somebody is asked do, too. It knows one rule: who has no part in
// something earlier waits until that is done.
// Hooks: [data-run] with data-done="step-member …", data-left, data-now and data-changes (milliseconds of the server);
// [data-card=member] with data-at and data-last (steps), in it [data-part=step] with data-after and data-minutes;
// [data-dot=step], which is as its part is; [data-about=step] is shown while that is the present step, [data-about-last]
// also while it is the last one done; [data-small] are groups of small steps; [data-oops] takes back what doing.js
// remembered.

const AGAIN = 20000;
const IDLE = 60000;
const LONGEST = 2 ** 30;

const { body } = document;
const words = (text) => (text ?? "").split(" ").filter(Boolean);
const run = () => document.querySelector("[data-run]");
const live = document.getElementById("live");
const faces = document.getElementById("faces");
const changing = () => document.querySelector("[data-changes]");
const seat = document.getElementById("seat");

let skew = 0;
let told = "";
let timer = 0;
let asked = -AGAIN;
let held = false;
let spoken = null;

function clock(at) {
  if (at !== told) skew = Number(at) - Date.now();
  told = at;
  return Date.now() + skew;
}

// What is done and who is off, by the server and by all that is still on its way.
function stateOf(place) {
  const done = new Set(words(place.dataset.done));
  const last = new Map();
  let left = place.dataset.left === "1";
  for (const { verb, step, member, morning } of doing.pending().filter((each) => each.morning === place.dataset.morning)) {
    if (verb === "done") done.add(`${step}-${member}`);
    if (verb === "done") last.set(member, step);
    if (verb === "undone") done.delete(`${step}-${member}`);
    if (verb === "leave") left = true;
    if (verb === "back") left = false;
  }
  return { done, last, left };
}

function draw() {
  const place = run();
  if (!place || held) return;
  const state = stateOf(place);
  place.dataset.state = state.left ? "left" : "running";
  for (const card of place.querySelectorAll("[data-card]")) person(card, state);
  small(place);
  oops(place);
}

function person(card, { done, last }) {
  const who = card.dataset.card;
  const parts = [...card.querySelectorAll("[data-part]")];
  const isDone = (part) => done.has(`${part.dataset.part}-${who}`);
  const open = parts.filter((part) => !isDone(part));
  const waits = words(open[0]?.dataset.after).some((each) => !done.has(each));
  const now = waits ? undefined : open[0];
  const next = waits ? open[0] : open[1];
  const before = lastDone(parts.filter(isDone), [last.get(who), card.dataset.last]);
  const states = new Map([[now, "now"], [next, "next"], [before, "last"]]);
  for (const part of parts) part.dataset.state = states.get(part) ?? (isDone(part) ? "done" : "later");
  card.dataset.state = !open.length ? "finished" : waits ? "waits" : "at";
  time(card, now);
  if (run().dataset.member) alone(card, parts, now, before);
}

// The one tapped last here, the one the server knows as last, else the latest in the plan.
function lastDone(parts, wanted) {
  for (const step of wanted) {
    const found = parts.find((part) => part.dataset.part === step);
    if (found) return found;
  }
  return parts.at(-1);
}

// Without an answer the present step has the time the plan gives it.
function time(card, now) {
  const disc = card.querySelector("[data-disc]:not(.dial)");
  if (!disc || !now || now.dataset.part === (disc.dataset.of ?? card.dataset.at)) return;
  const began = clock(run().dataset.now);
  Object.assign(disc.dataset, { of: now.dataset.part, began, ends: began + Number(now.dataset.minutes) * 60000 });
}

function alone(card, parts, now, before) {
  const step = now?.dataset.part;
  run().dataset.mine = card.dataset.state;
  for (const part of parts) {
    for (const dot of run().querySelectorAll(`[data-dot="${part.dataset.part}"]`)) dot.dataset.state = part.dataset.state;
  }
  for (const each of run().querySelectorAll("[data-about]")) each.hidden = each.dataset.about !== step;
  for (const each of run().querySelectorAll("[data-about-last]")) each.hidden = each.dataset.aboutLast !== (step ?? before?.dataset.part);
  if (spoken !== null && spoken !== (step ?? "") && body.dataset.reads === "1") {
    const from = now?.querySelector(".part-now") ?? card.querySelector(`.card-${card.dataset.state}`);
    document.dispatchEvent(new CustomEvent("rungs:say", { detail: { from } }));
  }
  spoken = step ?? "";
}

function small(place) {
  const taps = doing.pending().filter(({ verb }) => verb === "tick");
  for (const button of place.querySelectorAll("[data-verb=tick]")) {
    const mine = taps.filter(({ step, place: at }) => step === button.dataset.step && at === button.value).at(-1);
    const ticked = mine ? mine.small === "tick" : button.dataset.ticked === "1";
    button.setAttribute("aria-pressed", ticked);
    button.name = ticked ? "untick" : "tick";
  }
  const groups = [...place.querySelectorAll("[data-small]")];
  const sight = groups.find((group) => group.querySelector("[aria-pressed=false]")) ?? groups.at(-1);
  for (const group of groups) group.hidden = group !== sight;
}

// What can still be taken back is who did it's alone, also when others have sat here since.
function oops(place) {
  const button = place.querySelector("[data-oops]");
  if (!button) return;
  const { url = "", until = 0 } = JSON.parse(sessionStorage.getItem("rungs-oops") ?? "{}");
  const waits = place.querySelector("[data-verb=withdraw]"); // that takes it back as well
  button.hidden = waits !== null || Date.now() > until || !url.startsWith(`/tablet/m/${place.dataset.member}/`);
  button.setAttribute("formaction", url);
}

// Looks different by itself at a moment the server named.
function plan() {
  const place = run() ?? faces ?? seat;
  clearTimeout(timer);
  const at = Number(place?.dataset.changes);
  if (!at) return;
  const wait = Math.max(at - clock(place.dataset.now), asked + AGAIN - performance.now(), 0);
  timer = setTimeout(anew, Math.min(wait + 500, LONGEST));
}

async function anew() {
  asked = performance.now();
  try {
    const address = new URL(live.dataset.pollUrl, location.href);
    address.searchParams.set("anew", "1");
    const answer = await fetch(address, { cache: "no-store" });
    if (answer.redirected || [404, 205].includes(answer.status)) return location.replace(body.dataset.faces);
    if (answer.status === 200) region.update(await answer.text());
  } catch {
    // no net: it is asked again
  }
  plan();
}

// A tablet that shows its faces goes to the morning when one begins, and back there when nobody taps a face.
const rests = () => faces?.dataset.rests !== undefined;
const wanted = new URLSearchParams(location.search).has("say");
let touched = performance.now();

function rest() {
  if (rests() && !(wanted && performance.now() - touched < IDLE)) location.replace(body.dataset.faces);
}

if (faces) {
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => (touched = performance.now()), { capture: true, passive: true });
  if (wanted) setInterval(rest, 2000);
  document.addEventListener("rungs:region", rest);
}

if (run() || faces || seat) {
  document.addEventListener("rungs:region", plan);
  document.addEventListener("rungs:anew", anew);
  document.addEventListener("visibilitychange", () => !document.hidden && plan());
  plan();
}

// While a tick is seen all stays; then what was done since is drawn at once.
document.addEventListener("rungs:hold", () => (held = true));
document.addEventListener("rungs:let-go", () => {
  held = false;
  draw();
});
document.addEventListener("rungs:doing", draw);
document.addEventListener("rungs:region", draw);

// More than fit side by side: one group after the other.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-turn-group]")) return;
  const groups = [...run().querySelectorAll("[data-group]")];
  const next = (groups.findIndex((group) => !group.hidden) + 1) % groups.length;
  groups.forEach((group, place) => (group.hidden = place !== next));
});

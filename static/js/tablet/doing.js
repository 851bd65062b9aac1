// Taps of a morning: shown at once (morning.js draws them), kept in the outbox, sent in the order they were made. What
// others have to answer anyway (a wish, a yes or no to one, the start) is not kept: without a net it says so.
// Hooks: form[data-morning-form][data-member], one for each who may tap here, with buttons [data-verb] that post to their
// formaction; [data-step] is the step meant. [data-then] around a form is where it leads; else the answer is the region.
// globalThis.doing.pending() is all that is on its way or waits; "rungs:doing" says that it changed.

const KEPT = ["done", "undone", "tick", "slip", "leave", "back"];
const OPPOSITE = { done: "undone", undone: "done", leave: "back", back: "leave" };
// What changes today or names a slip: "oops" takes it back.
const CHANGES = ["wish", "say", "slip"];
const UNDO = 600000;
// How long a tick is seen before what comes after it takes its place.
const SEEN = 700;

const { pending, take, forget } = lineOf(answered);
const { body } = document;
const seenUntil = new Map();
let asking = false;

const run = () => document.querySelector("[data-run]");
const token = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";
const changed = () => document.dispatchEvent(new CustomEvent("rungs:doing"));
const tell = (words) => document.dispatchEvent(new CustomEvent("rungs:tell", { detail: { words } }));

function entries(form, button) {
  const sent = [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "tap"].includes(name));
  return button.name ? [...sent, [button.name, button.value]] : sent;
}

function recordOf(form, button) {
  const url = new URL(button.getAttribute("formaction") ?? form.action, location.href).pathname;
  const { verb, step = "" } = button.dataset;
  const { member } = form.dataset;
  const about = { verb, step, small: button.name, place: button.value, morning: run()?.dataset.morning };
  return { tap: uuid(), url, body: entries(form, button), member, kind: "morning", ask: "", button: {}, ...about };
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  if (!form.matches("[data-morning-form]")) return;
  event.preventDefault();
  if (!button) return;
  const record = recordOf(form, button);
  if (!KEPT.includes(record.verb)) return ask(record, form);
  // A finger that bounces does not do the next step as well.
  if (record.verb === "done" && performance.now() < (seenUntil.get(record.member) ?? 0)) return;
  document.dispatchEvent(new CustomEvent("rungs:pressed", { detail: { button } }));
  tapped(record, button);
});

function tapped(record, button) {
  const against = [...pending.values()].find((each) => !each.tried && undoes(record, each));
  if (against) forget(against);
  else take(record);
  if (record.verb === "done") tick(record, button.closest("[data-part]"));
  else if (record.verb === "tick") press(button);
  changed();
}

const undoes = (one, other) =>
  OPPOSITE[one.verb] === other.verb && one.member === other.member && one.step === other.step && one.morning === other.morning;

function tick(record, part) {
  part.dataset.state = "ticked";
  seenUntil.set(record.member, performance.now() + SEEN);
  region.hold(SEEN);
}

function press(button) {
  button.setAttribute("aria-pressed", button.name === "tick");
  region.hold(SEEN);
}

async function answered(record, answer) {
  const html = await answer.text().catch(() => "");
  pending.delete(record.tap);
  if (!run()) return;
  if ([404, 205].includes(answer.status)) return location.replace(body.dataset.faces);
  if (answer.status < 400) oops(record, answer);
  if (answer.status >= 400) no(html);
  else if (!region.update(html)) document.dispatchEvent(new CustomEvent("rungs:anew"));
  changed();
}

// What changed today can be taken back for ten minutes, also after another page was open in between.
function oops({ verb }, answer) {
  const url = CHANGES.includes(verb) ? answer.headers.get("X-Undo") : "";
  if (url) sessionStorage.setItem("rungs-oops", JSON.stringify({ url, until: Date.now() + UNDO }));
  else if (verb === "undo") sessionStorage.removeItem("rungs-oops");
}

function no(sentence) {
  tell(new DOMParser().parseFromString(sentence, "text/html").body.textContent.trim());
  document.dispatchEvent(new CustomEvent("rungs:anew"));
}

// What is not kept. The form token may be older than the page: then it is fetched, and the tap sent once more.
async function ask(record, form) {
  if (asking) return;
  asking = true;
  const answer = (await sent(record, token())) ?? null;
  asking = false;
  if (!answer || answer.status >= 500) return tell(body.dataset.noNet);
  if (answer.status === 404) return location.replace(body.dataset.faces);
  const html = await answer.text();
  if (answer.status >= 400) return no(html);
  oops(record, answer);
  const then = form.closest("[data-then]")?.dataset.then;
  if (then) location.assign(then);
  else if (!region.update(html)) document.dispatchEvent(new CustomEvent("rungs:anew"));
}

async function sent(record, token) {
  const answer = await outbox.send(record, token, false);
  if (answer?.status !== 403) return answer;
  const stands = await outbox.here(body.dataset.here);
  return stands?.token ? outbox.send(record, stands.token, false) : answer;
}

// What became of taps that waited is told by whoever sent them.
document.addEventListener("rungs:sent", ({ detail: { record, answer } }) => {
  if (record.kind !== "morning" || !run()) return;
  answered(pending.get(record.tap) ?? record, answer).catch((error) => console.error(error));
});

// What was tapped before this page was opened, and still waits.
if (run()) {
  outbox.all().then((records) => {
    for (const record of records) if (record.kind === "morning") pending.set(record.tap, { ...record, tried: true });
    changed();
  });
}

globalThis.doing = { pending: () => [...pending.values()] };

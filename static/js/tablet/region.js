// The region a tablet page shows (#seat, #noticing, #looking, #faces, #now or #run), brought up to date by answers and
// by the stream. Of a seat, of what is told after a morning (#noticing) and of who looks in (#looking), each [data-ask] is
// looked at alone: what is the same stays as it is, and what somebody is writing, has opened or looks at stays too. An
// older region than the one shown is left alone (data-revision).
// globalThis.region.show(key) puts another ask in sight; "rungs:asked" tells of it, "rungs:region" of what is new.
// region.hold(milliseconds) leaves all as it is for a moment, so that a tick is seen before what comes after it.

const REGION = "#seat, #noticing, #looking, #faces, #now, #run";
const OF_ASKS = "#seat, #noticing, #looking";
const VARIES = ["csrfmiddlewaretoken", "tap", "seat"];
const served = new WeakMap();

let later = null;
let held = 0;

const place = () => document.querySelector(REGION);
const asks = () => [...(document.querySelector(OF_ASKS)?.querySelectorAll(":scope > [data-ask]") ?? [])];
const shown = () => asks().find((each) => !each.hidden)?.dataset.ask;
const writing = () => document.activeElement?.closest(OF_ASKS) && document.activeElement.matches("input:not([type=radio]), textarea");

// What the server meant, whatever the page has done to it since.
function gist(element) {
  const copy = element.cloneNode(true);
  copy.hidden = false;
  for (const field of copy.querySelectorAll("input[type=hidden]")) if (VARIES.includes(field.name)) field.setAttribute("value", "");
  return copy.outerHTML;
}

function read(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of page.querySelectorAll("hx-partial")) part.replaceWith(...part.childNodes);
  return page.querySelector(REGION);
}

// `adopt`: what the server puts in sight is put in sight here.
function update(html, { adopt = false } = {}) {
  const fresh = read(html);
  const old = place();
  if (!fresh || !old || fresh.id !== old.id) return false;
  if (Number(fresh.dataset.revision) < Number(old.dataset.revision)) return false;
  if (held || (writing() && !adopt)) {
    if (!later || Number(fresh.dataset.revision) >= Number(read(later).dataset.revision)) later = html;
    return true;
  }
  const key = shown();
  const question = questionOf(find(key));
  const theirs = [...fresh.querySelectorAll("[data-ask]")].find((each) => !each.hidden)?.dataset.ask;
  if (old.matches(OF_ASKS)) merge(old, fresh);
  else blend(old, fresh);
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  allow(old);
  if (old.matches(OF_ASKS)) {
    const goal = adopt ? theirs : find(key) ? key : after(question);
    show(goal, { quiet: goal === key });
  }
  document.dispatchEvent(new CustomEvent("rungs:region"));
  return true;
}

// Pushed forms come without a token; those sent without a script need one.
function allow(region) {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  for (const field of region.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value ||= token;
}

// What a question asks next takes the place of what it asked; otherwise nothing takes it: no other question comes
// under a finger that was about to tap.
const questionOf = (ask) => (["reply", "late", undefined].includes(ask?.dataset.kind) ? "" : ask.dataset.question);
const after = (question) => (question && asks().find((each) => questionOf(each) === question)?.dataset.ask) || "done";

function merge(old, fresh) {
  const known = new Map(asks().map((each) => [each.dataset.ask, each]));
  const goal = focused();
  const next = [...fresh.children].map((child) => {
    const mine = known.get(child.dataset.ask);
    if (mine && (served.get(mine) ?? "") === gist(child)) return mine;
    served.set(child, gist(child));
    if (mine) carry(mine, child);
    return child;
  });
  old.replaceChildren(...next);
  if (goal && document.activeElement === document.body) old.querySelector(goal)?.focus({ preventScroll: true });
}

// How to find again what has the focus.
function focused() {
  const active = document.activeElement;
  const ask = active?.closest("[data-ask]");
  if (!ask) return "";
  const { name, value } = active;
  const own = active.id ? `#${active.id}` : name ? `[name="${name}"][value="${value}"]` : active.dataset.next ? ".next" : "h1";
  return `[data-ask="${ask.dataset.ask}"] ${own}`;
}

function carry(old, fresh) {
  fresh.hidden = old.hidden;
  for (const field of old.querySelectorAll("input:not([type=hidden])")) {
    const same = `input[name="${field.name}"]` + (field.type === "radio" ? `[value="${field.value}"]` : "");
    const twin = fresh.querySelector(same);
    if (twin && field.type === "radio") twin.checked = field.checked;
    else if (twin && field.value !== field.defaultValue) twin.value = field.value;
  }
  if (old.querySelector(".in-words[data-filled]")) fresh.querySelector(".in-words")?.setAttribute("data-filled", "");
  if (old.querySelector("details[open]")) fresh.querySelector("details")?.setAttribute("open", "");
  for (const group of old.querySelectorAll(".choice-group[data-turned]:not([hidden])")) turn(fresh, group.dataset.group, placeOf(group));
}

const placeOf = (group) => groups(group.closest("[data-ask]"), group.dataset.group).indexOf(group);
const groups = (ask, name) => [...ask.querySelectorAll(`.choice-group[data-group="${name}"]`)];

// Shows one of the groups of choices; it stays in sight when the region is brought up to date.
function turn(ask, name, number) {
  const all = groups(ask, name);
  if (!all[number]) return;
  all.forEach((each, place) => {
    each.hidden = place !== number;
    each.toggleAttribute("data-turned", place === number);
  });
}

const find = (key) => asks().find((each) => each.dataset.ask === key);

function show(key, { quiet = false } = {}) {
  const ask = find(key) ?? asks()[0];
  if (!ask) return;
  for (const each of asks()) each.hidden = each !== ask;
  for (const dot of document.querySelectorAll("[data-dot]")) {
    dot.parentElement.toggleAttribute("aria-current", false);
    if (dot.dataset.dot === ask.dataset.ask) dot.parentElement.setAttribute("aria-current", "step");
  }
  if (quiet) return;
  history.replaceState(history.state, "", `?q=${encodeURIComponent(ask.dataset.ask)}`);
  document.dispatchEvent(new CustomEvent("rungs:asked", { detail: { ask } }));
}

for (const ask of asks()) served.set(ask, gist(ask));

function waited() {
  const html = later;
  later = null;
  if (html) update(html);
}

document.addEventListener("focusout", () => later && setTimeout(waited));

function hold(milliseconds) {
  clearTimeout(held);
  document.dispatchEvent(new CustomEvent("rungs:hold"));
  held = setTimeout(() => {
    held = 0;
    waited();
    document.dispatchEvent(new CustomEvent("rungs:let-go"));
  }, milliseconds);
}

// Whatever this ask shows, what the server says of it next is shown instead.
const renew = (ask) => served.delete(ask);

globalThis.region = { asks, find, hold, renew, show, shown, turn, update };

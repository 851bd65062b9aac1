// A tap shows at once what it does, and is then sent: see outbox.js for what happens without a net.
// Hooks: form.tap with buttons that carry name and value, and .oops in a form.undo, both in a [data-ask] of #seat,
// #noticing or #looking; of a [data-ask] with data-many one tap leaves the others as they are.
// Of a pick several can be tapped: buttons with data-option are toggled, and each tap sends all that is wished for.
// The server's answer is the page's new region. Where it says no, the tap is undone and the reason shown.

const seat = document.querySelector("#seat, #noticing, #looking");
const member = seat?.dataset.member;
const { pending, take, forget } = lineOf(answered);

const pathOf = (form) => new URL(form.action, location.href).pathname;
const askOf = (record) => region.find(record.ask);
const forms = (ask) => [...(ask?.querySelectorAll("form.tap") ?? [])];
const buttons = (ask) => [...(ask?.querySelectorAll("button[aria-pressed]") ?? [])];
const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
const keyOf = ({ name, value, dataset }) => (dataset.option ? `option=${dataset.option}` : `${name}=${value}`);

// What would make it OK, and who may read it, is said beside the answer, not instead of it.
const BESIDE = ["help", "shared"];
const besides = (name) => (BESIDE.includes(name) ? name : "");
const instead = (name) => (button) => besides(button.name) === besides(name);

function entries(form, button) {
  const body = [...new FormData(form)].filter(([name, value]) => !["csrfmiddlewaretoken", "tap"].includes(name) && value !== "");
  if (button?.name) body.push([button.name, button.value]);
  return body;
}

const written = (body) => body.find(([name, value]) => ["note", "text"].includes(name) && value.trim());

// All that is wished for once this is tapped, "3,5"; nothing is a pass. Undefined where just one thing is said.
function wishes(form, ask, button) {
  if (form.dataset.tap !== "pick") return undefined;
  const tapped = button?.dataset.option;
  if (!tapped) return "";
  const before = buttons(ask).filter((each) => isPressed(each) && each.dataset.option).map((each) => each.dataset.option);
  const others = form.dataset.one === undefined ? before.filter((each) => each !== tapped) : [];
  return (before.includes(tapped) ? others : [...others, tapped]).sort((a, b) => a - b).join(",");
}

const isWished = (button, options) => (button.dataset.option ? options.split(",").includes(button.dataset.option) : !options);

function press(record) {
  const ask = askOf(record);
  if (!ask) return;
  const { name, value } = record.button;
  const pressed = (each) => (record.options === undefined ? each.name === name && each.value === value : isWished(each, record.options));
  const turned = (each) => record.kind !== "more" && (ask.dataset.many === undefined || pressed(each));
  for (const each of buttons(ask).filter(instead(name)).filter(turned)) each.setAttribute("aria-pressed", pressed(each));
  if (record.kind !== "more") ask.dataset.answered = "";
  ask.dataset.tap = record.tap;
  for (const form of ask.querySelectorAll("form.undo")) form.hidden = false;
  for (const details of ask.querySelectorAll("details")) details.open = false;
  if (record.words) said(ask, record.words);
  dot(ask, ask.dataset.answered !== undefined || ask.dataset.open === undefined);
}

function said(ask, words) {
  const line = ask.querySelector(".said-now");
  if (!line) return;
  line.hidden = false;
  line.lastElementChild.textContent = words;
}

function unpress(record, ask = askOf(record)) {
  if (!ask) return;
  for (const each of buttons(ask)) each.setAttribute("aria-pressed", (record.was ?? []).includes(keyOf(each)));
  if (!record.was?.length) delete ask.dataset.answered;
  delete ask.dataset.tap;
  for (const line of ask.querySelectorAll(".said-now")) line.hidden = true;
  if (!record.was?.length) dot(ask, ask.dataset.open === undefined);
}

function dot(ask, done) {
  const place = document.querySelector(`[data-dot="${ask.dataset.ask}"]`)?.parentElement;
  place?.classList.toggle("dot-done", done);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const ask = form.closest("[data-ask]");
  if (!ask) return;
  if (form.matches("form.undo")) oops(form, ask);
  else if (form.matches("form.tap")) tapped(form, ask, event.submitter);
  else return;
  event.preventDefault();
});

function tapped(form, ask, button) {
  const options = wishes(form, ask, button);
  const body = entries(form, options === undefined ? button : null);
  if (options !== undefined) body.push(["options", options]);
  const words = written(body)?.[1] ?? "";
  if (button && isPressed(button) && !words && !options) return;
  const record = {
    tap: uuid(),
    url: pathOf(form),
    body,
    member,
    ask: ask.dataset.ask,
    kind: form.dataset.tap,
    button: { name: button?.name ?? "", value: button?.value ?? "" },
    options,
    words: button?.name ? "" : words,
    was: buttons(ask).filter(isPressed).map(keyOf),
  };
  for (const each of pending.values()) if (each.url === record.url && !each.tried) forget(each);
  press(record);
  document.dispatchEvent(new CustomEvent("rungs:pressed", { detail: { button } }));
  take(record);
}

// "Oops" works before the answer came, too: what was not sent is not sent, what was is taken back by its UUID.
function oops(form, ask) {
  const sent = pending.get(ask.dataset.tap);
  unpress(sent ?? {}, ask);
  form.hidden = true;
  if (sent && !sent.tried) return forget(sent);
  const url = sent ? `${location.pathname}/undo-tap/${sent.tap}` : pathOf(form);
  take({ tap: uuid(), url, body: entries(form), member, ask: ask.dataset.ask, undoes: true });
}

async function answered(record, answer) {
  const html = await answer.text().catch(() => "");
  pending.delete(record.tap);
  if (answer.status === 404) return record.undoes ? null : location.replace(document.body.dataset.faces);
  if (answer.status >= 400 && answer.status !== 409) return refused(record, html);
  const ask = askOf(record);
  if (ask?.dataset.tap === record.tap) settle(ask);
  if (record.undoes && ask && ![...pending.values()].some((each) => each.ask === record.ask)) settle(ask);
  const aside = record.queued && region.shown() !== "done"; // nobody is torn away from what they are at
  region.update(html, { adopt: answer.status === 409 ? !aside : record.kind === "late" });
}

// What was shown beforehand makes room for what the server says.
function settle(ask) {
  delete ask.dataset.tap;
  delete ask.dataset.answered;
  region.renew(ask);
}

function refused(record, sentence) {
  unpress(record);
  giveBack(record);
  const words = new DOMParser().parseFromString(sentence, "text/html").body.textContent.trim();
  document.dispatchEvent(new CustomEvent("rungs:tell", { detail: { words } }));
}

// What was written stands in its field again, open to be changed.
function giveBack(record) {
  const [name, words] = written(record.body) ?? [];
  const field = name && askOf(record)?.querySelector(`.in-words input[name="${name}"]`);
  if (!field) return;
  field.value ||= words;
  field.closest("details").open = true;
}

// A region came: what is still on its way shows on it, too.
function again() {
  for (const record of pending.values()) {
    if (record.undoes) unpress({}, askOf(record) ?? undefined);
    else press(record);
  }
}

document.addEventListener("rungs:region", again);

// What this page's taps become is told by whoever sent them.
document.addEventListener("rungs:sent", ({ detail: { record, answer } }) => {
  if (!seat || record.member !== member) return;
  const mine = pending.get(record.tap) ?? record;
  mine.queued = true;
  answered(mine, answer).catch((error) => console.error(error));
});

// Enter in a line of words sends the words, never the first picture.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !seat?.contains(event.target)) return;
  if (!event.target.matches("input:not([type=radio])")) return;
  event.preventDefault();
  event.target.closest("details")?.querySelector("button")?.click();
});

// What was tapped before this page was opened, and still waits.
if (seat) {
  outbox.all().then((records) => {
    for (const record of records) if (record.member === member) pending.set(record.tap, { ...record, tried: true });
    again();
  });
}

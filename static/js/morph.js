// What a morph leaves alone: words being written, a dialog being read, and whatever is newer than what came.
// A region says how new it is (data-revision) and what it shows (data-step, data-speaker).

const NO_WORDS = ["hidden", "checkbox", "radio", "submit", "button", "reset", "file", "image", "range", "color"];

let swapping = null;
let kept = [];
let focus = {};
let newest = 0;
const drafts = new Map();

const holdsWords = (field) =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && !NO_WORDS.includes(field.type));
// What came back refused ([data-typed]) was not sent, so it is half-written still.
const halfWritten = (field) =>
  holdsWords(field) && (field.value !== field.defaultValue || "typed" in field.dataset);
const shows = (region) => [region.dataset.step, region.dataset.speaker].join();

document.addEventListener("rungs:live", ({ detail }) => (newest = detail.revision));

// The answer to a tap came after the stream had brought what is newer: what it holds has been shown already.
const overtaken = (response) => (Number(response?.headers?.get("X-Revision")) || Infinity) < newest;

// Only a link turns the panel to another card: neither what others did, nor the answer to what one did on a card left.
function late({ fragment, target }, { pushed, anew, request, response }) {
  const fresh = fragment.firstElementChild;
  if (anew || !fresh || !target) return false;
  if (target.id !== "toast" && overtaken(response)) return true;
  if (shows(target) !== shows(fresh)) return Boolean(pushed) || request?.method !== "GET";
  return Number(fresh.dataset.revision ?? Infinity) < Number(target.dataset.revision ?? 0);
}

document.addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
  for (let i = tasks.length - 1; i >= 0; i--) if (late(tasks[i], ctx)) tasks.splice(i, 1);
  swapping = ctx;
  kept = [];
  const active = document.activeElement;
  focus = { active, region: active?.closest("[data-revision], section[id], main, #toast") };
  if (sent(ctx)) forget(ctx.request.form);
  for (const task of tasks) {
    if (ctx.pushed || !turnsTo(task)) protect(task, ctx);
  }
});

function wordsIn(target) {
  return [...(target?.querySelectorAll("input, textarea") ?? [])].filter(halfWritten);
}

function protect({ target, fragment }, { pushed, request }) {
  if (pushed) for (const field of fragment.querySelectorAll("[autofocus]")) field.removeAttribute("autofocus");
  kept.push(...wordsIn(target).filter((field) => pushed || field.form !== request?.form));
}

// Another card is another panel: what was begun on this one waits here for its return.
function turnsTo({ target, fragment, swapSpec }) {
  const fresh = fragment.firstElementChild;
  if (!fresh || !target?.id || target.id !== fresh.id || shows(target) === shows(fresh)) return false;
  if (swapSpec.style === "outerMorph") swapSpec.style = "outerHTML";
  layAside(target);
  return true;
}

function layAside(panel) {
  for (const field of wordsIn(panel)) drafts.set(`${shows(panel)}#${field.id}`, field.value);
}

document.addEventListener("rungs:fold", ({ detail }) => layAside(detail.panel));

// What was sent is no draft, though its panel was left before the answer came.
const sent = ({ request, response }) => request?.form && request.method !== "GET" && response.status < 400;

function forget(form) {
  const panel = form.closest("#panel");
  for (const field of panel && !panel.isConnected ? wordsIn(form) : []) {
    const key = `${shows(panel)}#${field.id}`;
    if (drafts.get(key) === field.value) drafts.delete(key);
  }
}

function takeUp(region) {
  for (const field of region?.querySelectorAll("input, textarea") ?? []) {
    const key = `${shows(region)}#${field.id}`;
    if (drafts.has(key) && holdsWords(field)) field.value = drafts.get(key);
    drafts.delete(key);
  }
}

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (ctx !== swapping) return;
  const words = kept.filter((field) => !field.isConnected).map((field) => field.value);
  if (words.length) giveBack(words.join("\n\n"));
  if (drafts.size) takeUp(document.getElementById("panel"));
  const { active, region } = focus;
  if (region?.isConnected && !active.isConnected) goOn(region);
  kept = [];
});

// What had the focus has gone: it goes on where the panel says what comes next, else at what is around.
function goOn(region) {
  const around = region.id === "toast" ? document.querySelector("main") : region;
  const goal = (around.closest("#panel") ?? around).querySelector("#now") ?? around;
  if (goal.tabIndex < 0) goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
}

// Their place has gone (a question was settled, say): the words stay within reach.
function giveBack(words) {
  const template = document.getElementById("kept-words");
  if (!template) return;
  const note = template.content.cloneNode(true);
  note.querySelector("[data-words]").textContent = words;
  document.getElementById("toast")?.append(note);
}

// Words begun, and pictures somebody has searched for, stay; but what was sent makes room for its answer.
function begun(node) {
  if (!halfWritten(node) && node.dataset?.searched === undefined) return false;
  return swapping?.pushed || node.closest("form") !== swapping?.request?.form;
}

// What words began from is not exchanged below them: so the server can tell that somebody else has changed them since.
const baseOf = ({ dataset }) => dataset?.baseOf && document.getElementById(dataset.baseOf);

htmx.registerExtension("rungs", {
  htmx_before_morph_node: (node) => !begun(node),
  htmx_before_morph_attr: (element, { attrName }) => {
    if (attrName === "open") return false;
    if (attrName === "tabindex" && element === document.activeElement) return false;
    if (attrName === "value" && baseOf(element)) return !begun(baseOf(element));
    if (attrName === "value") return !["tap", "csrfmiddlewaretoken"].includes(element.name);
    return !element.dataset.keep?.split(" ").includes(attrName);
  },
});

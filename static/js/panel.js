// A step's panel opens beside the plan (on a phone in its place), takes the focus, and gives it back when closed.
// Hooks: #panel[data-step], [data-routine-page], <a data-close-panel>, .card.
const page = () => document.querySelector("[data-routine-page]");
const shown = () => document.getElementById("panel")?.dataset.step;
const placeOf = (link) => `#${link.closest("[id]").id} a[href="${link.getAttribute("href")}"]`;
let from = null;
let before = shown();

function mark(step) {
  if (!page()) return;
  page().dataset.panel = step ? "open" : "";
  for (const card of document.querySelectorAll(".step > .card")) {
    if (step && card.parentElement.dataset.step === step) card.setAttribute("aria-current", "true");
    else card.removeAttribute("aria-current");
  }
}

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  const link = ctx.sourceElement?.closest?.("a");
  if (link && !link.closest("#panel") && ctx.target?.id === "panel") from = placeOf(link);
  if (ctx.request.method !== "GET" && ctx.sourceElement?.closest?.("#panel")) ctx.question = question();
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const step = shown();
  mark(step);
  if (step && step !== before && !ctx.pushed) arrive();
  else if (ctx.question?.id && ctx.question.step === step && question().id !== ctx.question.id) settled();
  before = step;
});

const question = () => ({ step: shown(), id: document.querySelector("#panel .question > h3")?.id });

// What somebody did settled the question, whether the stream or the answer told it first: its answer is what one reads.
function settled() {
  const [now, last] = ["#now", ".last"].map((each) => document.querySelector(`#panel ${each}`));
  if (!now || !last) return;
  if (!document.activeElement?.closest("#panel")) now.focus({ preventScroll: true });
  const seen = now.getBoundingClientRect().top >= 0 && last.getBoundingClientRect().bottom <= innerHeight;
  if (!seen) now.scrollIntoView({ block: "start" });
}

function arrive() {
  const panel = document.getElementById("panel");
  panel.parentElement.scrollTop = 0;
  if (matchMedia("(max-width: 63.99em)").matches) scrollTo(0, 0);
  (document.getElementById("now") ?? panel).focus({ preventScroll: true });
}

function close() {
  const panel = document.getElementById("panel");
  history.pushState({ htmx: true }, "", panel.querySelector("[data-close-panel]").href);
  fold(panel);
}

function fold(panel) {
  document.dispatchEvent(new CustomEvent("rungs:fold", { detail: { panel } }));
  const closed = panel.cloneNode(false);
  for (const name of Object.keys(closed.dataset)) delete closed.dataset[name];
  closed.removeAttribute("aria-labelledby");
  closed.className = "panel";
  closed.hidden = true;
  const step = panel.dataset.step;
  panel.replaceWith(closed);
  mark("");
  before = undefined;
  document.dispatchEvent(new CustomEvent("rungs:folded"));
  const back = from && document.querySelector(from);
  (back ?? document.querySelector(`#card-${step} > .card`))?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-close-panel]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !page()) return;
  event.preventDefault();
  close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !shown() || !page()) return;
  if (event.target.matches("input, textarea, select")) return event.target.blur();
  close();
});

// Back and forward open and close panels, as links do; nothing else of the page goes.
document.addEventListener("htmx:before:history:restore", (event) => {
  if (!page()) return;
  const panel = document.getElementById("panel");
  const here = location.pathname + location.search;
  if (/\/s\/\d+\/$/.test(location.pathname)) htmx.ajax("GET", here, { target: "#panel", swap: "outerMorph" });
  else if (shown() && location.pathname === new URL(panel.querySelector("[data-close-panel]").href).pathname) fold(panel);
  else if (shown()) return;
  event.preventDefault();
});

// The skip link goes to what is there now.
document.addEventListener("click", (event) => {
  if (!event.target.matches?.(".skip") || !page()) return;
  const goal = document.getElementById("now") ?? document.querySelector("#wanted a") ?? document.getElementById("wanted");
  if (!goal) return;
  event.preventDefault();
  goal.focus();
  goal.scrollIntoView({ block: "nearest" });
});

// A tap on the one next thing leads to where it is done.
const ELSEWHERE = { take_task: "task", answer_ask: "answer-ask", close_unchanged: "unchanged" };

document.addEventListener("click", ({ target }) => {
  const deed = target.closest?.("#now")?.dataset.deed;
  const form = deed && document.querySelector(`#panel form[action*="/${ELSEWHERE[deed] ?? deed}"]`);
  if (!form) return;
  if (form.closest("details")) form.closest("details").open = true;
  const field = form.querySelector("button, textarea, select, input:not([type=hidden])");
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
});

// Steps change places by dragging: the card on the board with a mouse, the handle in the list with any pointer.
// Buttons do the same. Hooks: #board[data-order], .step[data-step], [data-handle], [data-order-button], #order-form.
let drag = null;
const FAR = 6;

const board = () => document.getElementById("board");
const steps = () => [...board().querySelectorAll(".step")];
const onLadder = (step) => getComputedStyle(step.parentElement).gridAutoFlow.startsWith("column");

function grip(event) {
  if (event.button || !event.target.closest?.("#board[data-order]")) return null;
  const handle = event.target.closest("[data-handle]");
  const card = event.pointerType === "mouse" && event.target.closest(".card");
  return handle ?? (card && onLadder(card.closest(".step")) ? card : null);
}

document.addEventListener("pointerdown", (event) => {
  const held = grip(event);
  if (!held) return;
  drag = { step: held.closest(".step"), x: event.clientX, y: event.clientY, moved: false };
});

document.addEventListener("dragstart", (event) => drag && event.preventDefault());

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const by = { x: event.clientX - drag.x, y: event.clientY - drag.y };
  if (!drag.moved && Math.hypot(by.x, by.y) < FAR) return;
  drag.moved = true;
  drag.ladder = onLadder(drag.step);
  drag.step.classList.add("is-dragging");
  drag.step.style.transform = drag.ladder ? `translateX(${by.x}px)` : `translateY(${by.y}px)`;
  aim(event);
});

// Where it would land: before the first step whose middle is beyond the pointer.
function aim(event) {
  const rtl = document.dir === "rtl";
  const beyond = (step) => {
    const box = step.getBoundingClientRect();
    if (!drag.ladder) return event.clientY < box.top + box.height / 2;
    const middle = box.left + box.width / 2;
    return rtl ? event.clientX > middle : event.clientX < middle;
  };
  const others = steps().filter((step) => step !== drag.step);
  const next = others.findIndex(beyond);
  drag.index = next < 0 ? others.length : next;
  for (const step of others) step.classList.remove("drop-before", "drop-after");
  if (next < 0) others.at(-1)?.classList.add("drop-after");
  else others[next].classList.add("drop-before");
}

function drop() {
  if (!drag) return null;
  const { step } = drag;
  step.classList.remove("is-dragging");
  step.removeAttribute("style");
  for (const each of steps()) each.classList.remove("drop-before", "drop-after");
  const done = drag;
  drag = null;
  return done;
}

document.addEventListener("pointerup", () => {
  const done = drop();
  if (!done?.moved) return;
  // The click that ends a drag opens nothing.
  addEventListener("click", (event) => (event.preventDefault(), event.stopPropagation()), { capture: true, once: true });
  setTimeout(() => dispatchEvent(new Event("click")), 0);
  const was = steps().indexOf(done.step);
  const url = done.step.querySelector("[formaction]")?.getAttribute("formaction");
  if (!url || was === done.index) return;
  const source = document.getElementById("order-form");
  htmx.ajax("POST", url, { source, target: "#board", swap: "outerMorph", values: { index: done.index } });
});

document.addEventListener("pointercancel", drop);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drag) return;
  drop();
  event.preventDefault();
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-order-button]");
  if (!button) return;
  const on = document.documentElement.classList.toggle("is-ordering");
  button.setAttribute("aria-pressed", on);
});

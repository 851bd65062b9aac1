// How a pick came out, picture by picture: one is in sight, the juice rises and falls from one to the next. Without a
// script they stand below each other.
// Hooks: <ol data-cups> with [data-cups-frame]; after it [data-cups-ways] with [data-cups-back] and [data-cups-next].

const framesOf = (list) => [...list.querySelectorAll("[data-cups-frame]")];
const at = (list) => Number(list.dataset.at ?? 0);

function begin(list) {
  list.dataset.at = Math.min(at(list), framesOf(list).length - 1);
  const ways = list.nextElementSibling;
  if (ways?.matches("[data-cups-ways]")) ways.hidden = false;
  show(list, at(list));
}

function show(list, number) {
  const frames = framesOf(list);
  list.dataset.at = number;
  frames.forEach((frame, place) => (frame.hidden = place !== number));
  const ways = list.nextElementSibling;
  const back = ways?.querySelector("[data-cups-back]");
  const next = ways?.querySelector("[data-cups-next]");
  if (back) back.disabled = number === 0;
  if (next) next.disabled = number === frames.length - 1;
}

// The next picture begins as the one before ended; then its juice moves to where it belongs.
function turn(list, step) {
  const frames = framesOf(list);
  const goal = at(list) + step;
  if (!frames[goal]) return;
  const before = levels(frames[at(list)]);
  const now = levels(frames[goal]);
  show(list, goal);
  const same = before.size && [...now].filter(([key]) => before.has(key));
  for (const [key, juice] of same || []) pour(juice, before.get(key));
  if (document.body.dataset.reads === "1") document.dispatchEvent(new CustomEvent("rungs:say", { detail: { from: frames[goal] } }));
  if (document.activeElement?.disabled || document.activeElement === document.body) ways(list)?.querySelector("button:not(:disabled)")?.focus();
}

const ways = (list) => list.nextElementSibling;
const levels = (frame) => new Map([...frame.querySelectorAll("[data-jar]")].map((jar) => [jar.dataset.jar, jar.querySelector(".jar-juice")]));

function pour(juice, from) {
  const goal = { y: juice.getAttribute("y"), height: juice.getAttribute("height") };
  for (const name of ["y", "height"]) juice.setAttribute(name, from.getAttribute(name));
  juice.getBoundingClientRect(); // drawn there first
  requestAnimationFrame(() => {
    for (const name of ["y", "height"]) juice.setAttribute(name, goal[name]);
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-cups-back], [data-cups-next]");
  const list = button?.closest("[data-cups-ways]")?.previousElementSibling;
  if (list?.matches("[data-cups]")) turn(list, button.matches("[data-cups-next]") ? 1 : -1);
});

const all = () => document.querySelectorAll("[data-cups]").forEach(begin);
for (const event of ["htmx:after:swap", "rungs:region"]) document.addEventListener(event, all);
all();

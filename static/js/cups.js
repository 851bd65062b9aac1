// How a pick came out, picture by picture: one is in sight, the juice rises and falls from one to the next. Without a
// script they stand below each other.
// Hooks: <ol data-cups> with [data-cups-frame], each with jars [data-jar=whose]; after the list [data-cups-ways] with
// [data-cups-back] and [data-cups-next].

const at = (list) => Number(list.dataset.at ?? 0);
const framesOf = (list) => [...list.querySelectorAll("[data-cups-frame]")];
const waysOf = (list) => list.parentElement.querySelector("[data-cups-ways]");

function show(list, number) {
  const frames = framesOf(list);
  list.dataset.at = number;
  frames.forEach((frame, place) => (frame.hidden = place !== number));
  const ways = waysOf(list);
  ways.hidden = false;
  ways.querySelector("[data-cups-back]").disabled = number === 0;
  ways.querySelector("[data-cups-next]").disabled = number === frames.length - 1;
}

// The next picture begins as the one before ended; then its juice moves to where it belongs.
function turn(list, step) {
  const [before, now] = [at(list), at(list) + step].map((place) => framesOf(list)[place]);
  if (!now) return;
  const from = juices(before);
  show(list, at(list) + step);
  for (const [whose, juice] of juices(now)) if (from.has(whose)) pour(juice, from.get(whose));
  if (document.body.dataset.reads === "1") document.dispatchEvent(new CustomEvent("rungs:say", { detail: { from: now } }));
  if (document.activeElement === document.body) waysOf(list).querySelector("button:not(:disabled)").focus();
}

const juices = (frame) => new Map([...frame.querySelectorAll("[data-jar]")].map((jar) => [jar.dataset.jar, jar.querySelector(".jar-juice")]));

function pour(juice, from) {
  const goal = ["y", "height"].map((name) => [name, juice.getAttribute(name)]);
  for (const [name] of goal) juice.setAttribute(name, from.getAttribute(name));
  juice.getBoundingClientRect(); // drawn there first
  requestAnimationFrame(() => goal.forEach(([name, value]) => juice.setAttribute(name, value)));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-cups-back], [data-cups-next]");
  const list = button?.closest("[data-cups-ways]").parentElement.querySelector("[data-cups]");
  if (list) turn(list, button.matches("[data-cups-next]") ? 1 : -1);
});

function begin() {
  for (const list of document.querySelectorAll("[data-cups]")) show(list, Math.min(at(list), framesOf(list).length - 1));
}

for (const event of ["htmx:after:swap", "rungs:region"]) document.addEventListener(event, begin);
begin();

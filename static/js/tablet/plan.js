// Two tiles below the plan turn to what is out of sight: taps alone reach every step.
// Hooks: .plan-steps, the list that scrolls, to the side or down; [data-turns] around [data-turn=-1] (towards the first
// step) and [data-turn=1], hidden while all is in sight.

const MOST = 0.85; // of what is in sight; the rest stays, so that nobody loses their place
const steps = document.querySelector(".plan-steps");
const turns = document.querySelector("[data-turns]");
const rest = matchMedia("(prefers-reduced-motion: reduce)");

const aside = () => steps.scrollWidth > steps.clientWidth + 1;
const size = () => (aside() ? steps.clientWidth : steps.clientHeight);
const beyond = () => (aside() ? steps.scrollWidth : steps.scrollHeight) - size();
// Where lines run from right to left, the first step stands at 0 and the others below it.
const forth = () => (aside() && getComputedStyle(steps).direction === "rtl" ? -1 : 1);
const gone = () => Math.abs(aside() ? steps.scrollLeft : steps.scrollTop);

function offer() {
  turns.hidden = beyond() <= 1;
  for (const tile of turns.querySelectorAll("[data-turn]")) {
    tile.disabled = tile.dataset.turn === "1" ? gone() >= beyond() - 1 : gone() <= 1;
  }
}

function turn(way) {
  const far = way * forth() * size() * MOST;
  steps.scrollBy({ [aside() ? "left" : "top"]: far, behavior: rest.matches ? "instant" : "smooth" });
}

if (steps && turns) {
  turns.addEventListener("click", (event) => {
    const tile = event.target.closest("[data-turn]");
    if (tile) turn(Number(tile.dataset.turn));
  });
  steps.addEventListener("scroll", offer, { passive: true });
  const sizes = new ResizeObserver(offer);
  for (const each of [steps, ...steps.children]) sizes.observe(each);
  offer();
}

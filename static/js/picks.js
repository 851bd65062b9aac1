// Picks are revealed together: when the time the server named has come, they are asked for anew, without a tap.
// Hooks: <section id data-picks="address of it" data-picks-now data-picks-changes>, both milliseconds of the server.
// Only how long it takes from now on counts: the clock of this device may be wrong.

const SOON = 500;
const AGAIN = 5000;
const LONGEST = 2 ** 30;

let timer = 0;
let asked = -AGAIN;
let place = null;
let came = 0;

function plan() {
  clearTimeout(timer);
  const found = document.querySelector("[data-picks]");
  const changes = Number(found?.dataset.picksChanges);
  if (!changes) return;
  if (found !== place || found.dataset.picksNow !== found.picksTold) came = performance.now();
  place = found;
  found.picksTold = found.dataset.picksNow;
  const wait = changes - Number(found.dataset.picksNow) - (performance.now() - came) + SOON;
  timer = setTimeout(anew, Math.min(LONGEST, Math.max(wait, asked + AGAIN - performance.now(), 0)));
}

async function anew() {
  if (document.hidden || !place?.isConnected) return;
  asked = performance.now();
  try {
    const answer = await fetch(place.dataset.picks, { headers: { "HX-Request": "true" }, cache: "no-store" });
    const text = answer.ok && !answer.redirected ? await answer.text() : "";
    if (text.trim()) await htmx.swap({ text, sourceElement: place, target: place, swap: "outerMorph", pushed: true });
  } catch {
    // no net: it is asked again
  }
  plan();
}

plan();
document.addEventListener("htmx:after:swap", plan);
document.addEventListener("visibilitychange", () => !document.hidden && plan());

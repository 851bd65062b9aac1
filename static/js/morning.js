// A running morning goes on without a tap: it looks different once somebody's time is over.
// Hooks: <… data-changes-at="1772433600000" data-now="…">: then the page is fetched anew, not by all screens at once;
// <a data-leads-to="/h/1/m/5/">: a morning has begun, and the page goes along.

const JITTER = 3000;
const SOONEST = 1000;
let timer = 0;

function plan() {
  clearTimeout(timer);
  const { changesAt, now } = document.querySelector("[data-changes-at]")?.dataset ?? {};
  if (changesAt && now) timer = setTimeout(anew, Math.max(SOONEST, changesAt - now) + Math.random() * JITTER);
}

const anew = () => document.dispatchEvent(new CustomEvent("rungs:anew"));

function follow() {
  const { leadsTo } = document.querySelector("[data-leads-to]")?.dataset ?? {};
  if (leadsTo) location.replace(leadsTo);
}

plan();
document.addEventListener("htmx:after:swap", () => {
  plan();
  follow();
});

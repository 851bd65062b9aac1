// Time as a shape: discs shrink and the bar's mark moves on between two messages, without a digit to count down.
// Hooks: <… data-now="1772433600000"> is the server's moment, as the page was drawn; <svg data-disc data-began data-ends
// data-over>; <svg data-bar data-began data-ends> around [data-bar-now]; <time data-clock="Europe/Berlin"> is the clock
// on the wall. All moments are milliseconds. The clock of this device may be wrong: only how long ago the page came counts.

const STEP = 2000;
const STILL = 60000;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let skew = 0;
let told = "";

function now() {
  const at = document.querySelector("[data-now]")?.dataset.now;
  if (at && at !== told) {
    told = at;
    skew = Number(at) - Date.now();
  }
  return Date.now() + skew;
}

const between = ({ began, ends }, at) => Math.min(1, Math.max(0, (at - began) / Math.max(1, ends - began)));

function shrink(disc, at) {
  const left = 1 - between(disc.dataset, at);
  disc.querySelector(".disc-left")?.setAttribute("stroke-dasharray", `${Math.round(1000 * left)} 1000`);
  disc.classList.toggle("disc-over", left === 0);
  if (left === 0) disc.setAttribute("aria-label", disc.dataset.over);
}

function move(bar, at) {
  bar.querySelector("[data-bar-now]")?.setAttribute("x", `${(100 * between(bar.dataset, at)).toFixed(2)}%`);
}

function tell(clock, at) {
  const options = { hour: "numeric", minute: "2-digit", timeZone: clock.dataset.clock };
  const words = new Intl.DateTimeFormat("en-GB", options).format(at).replace(/^0/, "");
  if (clock.textContent !== words) clock.textContent = words;
}

function draw() {
  if (document.hidden) return;
  const at = now();
  for (const disc of document.querySelectorAll("[data-disc]")) shrink(disc, at);
  for (const bar of document.querySelectorAll("[data-bar]")) move(bar, at);
  for (const clock of document.querySelectorAll("[data-clock]")) tell(clock, at);
}

function go() {
  draw();
  setTimeout(go, calm.matches ? STILL : STEP);
}

go();
document.addEventListener("visibilitychange", draw);
document.addEventListener("htmx:after:swap", draw);

// After a minute without a touch the tablet is nobody's again: it asks gently, then goes back to the faces.
// Hooks: <body data-page data-idle="60" data-faces data-leave>, <dialog id="still">, and a form that posts to data-leave.
// It counts with performance.now(): a tablet's clock may be wrong by a day, or be set while it counts.

const OF_SOMEBODY = ["seat", "code", "idea", "plan", "run", "wish", "start", "tell"];
const ASKED_FOR = 10;
const LEFT = "rungs-left"; // somebody left without a net: the server still thinks that they sit

const { body } = document;
const still = document.getElementById("still");
const seconds = OF_SOMEBODY.includes(body.dataset.page) ? Number(body.dataset.idle) : 0;
const token = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";

let touched = performance.now();
let leaving = false;

const touch = () => (touched = performance.now());

// Nobody sits here any more, so nothing of them is shown; without a net the page goes all the same.
async function leave() {
  if (leaving) return;
  leaving = true;
  document.dispatchEvent(new CustomEvent("rungs:hush"));
  hide();
  sessionStorage.setItem(LEFT, "1");
  try {
    const headers = { "X-CSRFToken": token(), Accept: "text/html" };
    await fetch(body.dataset.leave, { method: "POST", headers, cache: "no-store", redirect: "manual" });
  } catch {
    // no net: asked for again by the first page of somebody's that is shown
  }
  location.replace(body.dataset.faces);
}

const hide = () => (body.dataset.left = "");

function tick() {
  const quiet = (performance.now() - touched) / 1000;
  if (quiet >= seconds) leave();
  else if (quiet >= seconds - ASKED_FOR && !still.open && !document.hidden) ask();
}

function ask() {
  still.showModal();
  if (body.dataset.reads) document.dispatchEvent(new CustomEvent("rungs:say", { detail: { from: still } }));
}

if (seconds) {
  for (const event of ["pointerdown", "keydown", "input"]) addEventListener(event, touch, { capture: true, passive: true });
  document.addEventListener("rungs:spoken", touch); // listening is using it, too
  still.addEventListener("click", () => still.close()); // not sooner: the tap would go through to what is below
  still.addEventListener("close", touch);
  setInterval(tick, 500);
  document.addEventListener("visibilitychange", tick);
  // What one child saw, the next one never sees: neither for a moment nor with the Back button.
  addEventListener("pagehide", hide);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== body.dataset.leave) return;
  event.preventDefault();
  leave();
});

if (["faces", "now"].includes(body.dataset.page)) sessionStorage.removeItem(LEFT);
else if (seconds && body.dataset.page !== "plan" && sessionStorage.getItem(LEFT)) leave();

// The tablet as an app: its service worker, the plan and a running morning kept for when there is no net, and a clean
// slate when put away.
// Hooks: <body data-worker data-page data-paired data-faces data-here>. Without https there is no worker; all else works.

const SHARED = ["faces", "now"];
const SETTLED = 3000;

const { page, paired, worker, faces, here } = document.body.dataset;
const container = navigator.serviceWorker;

async function begin() {
  if (!navigator.onLine) return; // what there is, is there
  const registration = await container.register(worker, { scope: faces });
  const ready = registration.active ?? (await container.ready).active;
  if (!paired && page !== "offline") ready.postMessage("wipe");
  else if (SHARED.includes(page)) for (const what of ["keep-plan", "keep-now"]) ready.postMessage(what);
}

// A morning is kept as it is by now, a moment after the last tap.
let keeping = 0;

function keepNow() {
  clearTimeout(keeping);
  keeping = setTimeout(() => container.controller?.postMessage("keep-now"), SETTLED);
}

if (container && page === "now") document.addEventListener("rungs:region", keepNow);

// After the page is there: what the worker fetches shall not be in its way.
if (container && worker) addEventListener("load", () => setTimeout(() => begin().catch(() => {}), 1000));
if (!paired && page !== "offline") outbox.empty();

// The page without a net goes as soon as there is one.
async function look() {
  if (await outbox.here(here)) location.replace(faces);
}

if (page === "offline") {
  addEventListener("online", look);
  setInterval(look, 5000);
}

// Without it, :active means nothing to Safari.
document.addEventListener("touchstart", () => {}, { passive: true });

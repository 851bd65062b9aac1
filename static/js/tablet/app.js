// The tablet as an app: its service worker, the plan kept for when there is no net, and a clean slate when put away.
// Hooks: <body data-worker data-page data-paired data-faces data-here>. Without https there is no worker; all else works.

const { page, paired, worker, faces, here } = document.body.dataset;
const container = navigator.serviceWorker;

async function begin() {
  const registration = await container.register(worker, { scope: faces });
  const ready = registration.active ?? (await container.ready).active;
  if (!paired && page !== "offline") ready.postMessage("wipe");
  else if (page === "faces") ready.postMessage("keep-plan");
}

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

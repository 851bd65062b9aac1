// A tablet that waits for its parent to confirm looks now and then whether they did.
// Hook: [data-waiting=url]; the answer is 204 not yet, 200 confirmed, 410 it will not be.

const EVERY = 2000;
const waiting = document.querySelector("[data-waiting]")?.dataset.waiting;

async function look() {
  if (document.hidden) return;
  try {
    const { status } = await fetch(waiting, { cache: "no-store" });
    if (status === 200 || status === 410) location.replace(document.body.dataset.faces);
  } catch {
    // no net: it looks again
  }
}

if (waiting) setInterval(look, EVERY);

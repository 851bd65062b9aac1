// The screen stays on while somebody uses the tablet or a morning runs, and may sleep when it shows the faces.
// Hook: <body data-page>. Asked for anew whenever the page is shown again, as a sleeping page loses it.

const IN_USE = ["seat", "code", "idea", "plan", "now", "run", "wish", "start", "tell"];

let lock = null;

async function keep() {
  if (document.hidden || lock || !("wakeLock" in navigator)) return;
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => (lock = null));
  } catch {
    lock = null; // low battery, say: then the tablet decides
  }
}

if (IN_USE.includes(document.body.dataset.page)) {
  keep();
  document.addEventListener("visibilitychange", keep);
  document.addEventListener("pointerdown", keep);
}

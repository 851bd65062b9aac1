// From one thing asked to the next without asking the server: everything is in the page.
// Hooks: [data-next] (on: to the next that waits, at last to the thank-you), [data-to=key] and [data-dot=key] (to just
// that one), [data-more=number];
// [data-close-words] closes the sheet of words around it.

const open = (ask) => ask.dataset.open !== undefined && ask.dataset.answered === undefined;

// What waits after this one, then the thank-you, which says whether something is still open and leads back to it.
function following(key) {
  const all = region.asks();
  const from = key === "done" ? 0 : all.findIndex((each) => each.dataset.ask === key) + 1;
  return all.slice(from).find(open)?.dataset.ask ?? "done";
}

// Thanks, or that something is still open: by what was tapped here, though the server may not know it yet.
function thank() {
  const some = region.asks().some(open);
  for (const each of document.querySelectorAll(".thanks-open")) each.hidden = !some;
  for (const each of document.querySelectorAll(".thanks-all")) each.hidden = some;
}

function go(key) {
  document.dispatchEvent(new CustomEvent("rungs:hush"));
  if (key === "done") thank();
  region.show(key);
  const heading = region.find(key)?.querySelector("h1:not([hidden])");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const way = event.target.closest?.("[data-next], [data-to], [data-dot], [data-more]");
  const ask = way?.closest("[data-ask]");
  if (!way || event.ctrlKey || event.metaKey || !region.asks().length) return;
  event.preventDefault();
  const to = way.dataset.to ?? way.dataset.dot;
  if (to) go(to);
  else if (way.dataset.next) go(following(region.shown()));
  else region.turn(ask, way.closest("[data-group]").dataset.group, Number(way.dataset.more));
});

document.addEventListener("click", (event) => {
  const close = event.target.closest?.("[data-close-words]");
  if (close) close.closest("details").open = false;
});

document.addEventListener("rungs:region", () => region.shown() === "done" && thank());

// Words that were begun show on their tile, though the sheet is closed: they go with the next tap on a picture.
document.addEventListener("input", ({ target }) => {
  const words = target.closest?.(".in-words");
  if (words && target.matches("input:not([type=radio])")) words.toggleAttribute("data-filled", target.value.trim() !== "");
});

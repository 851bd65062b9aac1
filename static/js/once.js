// One press does one thing. What comes next takes its place at once, so a second press of the same finger, or of a key
// held down, would do that as well: it is let go until whoever pressed has had time to see what came.
// Hooks: <form data-once="done-3">: whose press of what it is. Somebody else's is never held up.

const SEEN = 700;
const seenUntil = new Map();

const see = (name) => seenUntil.set(name, performance.now() + SEEN);
const unseen = (name) => performance.now() < (seenUntil.get(name) ?? 0);

// First of all who listen, so that neither htmx nor the browser sends it.
document.addEventListener(
  "submit",
  (event) => {
    const name = event.target.dataset?.once;
    if (!name) return;
    if (!unseen(name)) return see(name);
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

document.addEventListener("keydown", (event) => {
  if (event.repeat && ["Enter", " "].includes(event.key) && event.target.closest("[data-once]")) event.preventDefault();
});

// A slow answer shows what comes next only now.
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const name = ctx.request?.form?.dataset.once;
  if (name) see(name);
});

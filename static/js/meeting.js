// In a family meeting, one thing follows the other: what has been noted folds, what comes next unfolds and is shown.
// Hook: .thing[data-now] with a <details>. Whatever somebody is writing stays open.

const now = () => document.querySelector(".thing[data-now]");
const writes = (at) => [...at.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
let last = now()?.id;

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const next = now();
  if (next?.id === last) return;
  const before = last && document.getElementById(last);
  const fold = before?.querySelector("details");
  if (fold && before.matches(".thing-noted") && !writes(before)) fold.open = false;
  last = next?.id;
  const unfold = next?.querySelector("details");
  if (!unfold) return;
  unfold.open = true;
  if (ctx.pushed) return;
  next.scrollIntoView({ block: "center" });
  unfold.querySelector("summary").focus({ preventScroll: true });
});

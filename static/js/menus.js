// Menus close by Escape and by a click beside them. Hook: <details data-menu>.
const openMenus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", ({ target }) => {
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
});

document.addEventListener("focusin", ({ target }) => {
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopImmediatePropagation();
  }
});

// What was sent closes what it was written in, unless somebody has gone on writing there, or it holds many such things
// (data-stays).
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (ctx.request.method === "GET" || ctx.response.status >= 400 || writesOn(ctx.request)) return;
  const fold = (ctx.request.submitter ?? ctx.sourceElement)?.closest?.("details:not([data-stays])");
  if (!fold) return;
  if (fold.contains(document.activeElement)) fold.querySelector("summary").focus();
  fold.open = false;
});

function writesOn({ form, body }) {
  const fields = form?.querySelectorAll("textarea, input:not([type]), [type=text]") ?? [];
  return [...fields].some(({ name, value }) => name && value && value !== body.get(name)?.replace(/\r\n?/g, "\n"));
}

// Menus close by Escape, by a click beside them, and when their choice is made. Hook: <details data-menu>.
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

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const menu = ctx.sourceElement?.closest?.("details[data-menu]");
  if (menu) menu.open = false;
});

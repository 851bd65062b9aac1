// The picture picker: the chosen picture stays when a search shows others; faces take on the chosen colour.
// Hooks: [data-picture-search], [data-face-picker], [data-colour-picker].
document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
  if (!ctx.sourceElement?.matches?.("[data-picture-search]")) return;
  const list = ctx.target;
  ctx.chosen = list.querySelector("input:checked")?.closest(".choice");
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (!ctx.sourceElement?.matches?.("[data-picture-search]")) return;
  const chosen = ctx.chosen?.querySelector("input");
  const same = [...ctx.target.querySelectorAll("input")].find((other) => other.value === chosen?.value);
  if (same) same.checked = true;
  else if (chosen) ctx.target.prepend(ctx.chosen);
  ctx.target.toggleAttribute("data-searched", Boolean(ctx.sourceElement.value || (chosen && !same)));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-picture-search]")) event.preventDefault();
});

document.addEventListener("change", ({ target }) => {
  const colours = target.closest?.("[data-colour-picker]");
  if (!colours) return;
  for (const face of target.form.querySelectorAll("[data-face-picker] .face")) {
    face.className = face.className.replace(/person-\w+/, `person-${target.value}`);
  }
});

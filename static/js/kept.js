// What somebody was writing when their page had to close is kept for copying, in this tab alone.
// Hooks: on the page that closes [data-keep] fields, each with a label, and [data-typed] where they came back refused; on
// the page after it [data-kept] with a <template> of one [data-kept-label] and one [data-kept-text]. Both are told apart
// by the address of the review.

const KEPT = `rungs-kept ${location.pathname.split("/").slice(1, 3).join("/")}`;

function keep() {
  const written = [...document.querySelectorAll("[data-keep]")]
    .filter((field) => field.value.trim() && (field.value !== field.defaultValue || "typed" in field.dataset))
    .map((field) => ({ label: field.labels[0]?.textContent.trim() ?? "", text: field.value }));
  if (written.length) sessionStorage.setItem(KEPT, JSON.stringify(written));
}

function show(place) {
  const written = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  const template = place.querySelector("template");
  for (const { label, text } of written) {
    const one = template.content.cloneNode(true);
    one.querySelector("[data-kept-label]").textContent = label;
    one.querySelector("[data-kept-text]").value = text;
    one.querySelector("[data-kept-text]").setAttribute("aria-label", label);
    place.append(one);
  }
  place.hidden = written.length === 0;
}

document.addEventListener("rungs:leaving", keep);
const keptPlace = document.querySelector("[data-kept]");
if (keptPlace) show(keptPlace);

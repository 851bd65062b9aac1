// What somebody was writing when their page had to close is kept, in this tab alone, and comes back where they go on.
// Hooks: on every page through a consent [data-kept=family]: it names what one family ever shares with its reader, and
// what is written there. On the page that closes [data-keep] fields, each with a label (or [data-keep-label] in it: it
// must tell nothing of the family) and its name in [data-keep-as]; [data-typed] where they came back refused. On the
// page after it the same fields; or, where it is over, a <template> of one [data-kept-label] and one [data-kept-text].

const place = document.querySelector("[data-kept]");
const KEPT = place && `rungs-kept ${place.dataset.kept}`;

const baseOf = ({ id }) => document.querySelector(`[data-base-of="${CSS.escape(id)}"]`);
const labelOf = ([label]) => (label?.querySelector("[data-keep-label]") ?? label)?.textContent.trim() ?? "";

function keep() {
  const written = [...document.querySelectorAll("[data-keep]")]
    .filter((field) => field.value.trim() && (field.value !== field.defaultValue || "typed" in field.dataset))
    .map((field) => ({
      field: field.dataset.keepAs,
      label: labelOf(field.labels),
      text: field.value,
      base: baseOf(field)?.value,
      here: field === document.activeElement,
    }));
  if (written.length) sessionStorage.setItem(KEPT, JSON.stringify(written));
}

function show(written) {
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

// Upon the words they began from, so that it is noticed where somebody has changed those since.
function putBack({ field: name, text, base, here }) {
  const field = document.querySelector(`[data-keep-as="${CSS.escape(name)}"]`);
  if (!field) return false;
  field.value = text;
  if (base && baseOf(field)) baseOf(field).value = base;
  if (here) field.focus();
  return true;
}

function goOn(written) {
  const homeless = written.filter((each) => !putBack(each)).map(({ text }) => text);
  if (homeless.length) {
    document.dispatchEvent(new CustomEvent("rungs:give-back", { detail: { words: homeless.join("\n\n") } }));
  }
  sessionStorage.removeItem(KEPT);
}

if (place) {
  document.addEventListener("rungs:leaving", keep);
  const written = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  place.querySelector("template") ? show(written) : goOn(written);
}

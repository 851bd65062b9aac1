// Three pictures in order: each tap fills a place at once, the third sends them.
// Hooks: form[data-code] with buttons name=code, [data-code-slots] with a li for each place; data-wait=seconds.

const form = document.querySelector("form[data-code]");
const slots = [...document.querySelectorAll("[data-code-slots] li")];

function fill(button) {
  const free = slots.find((slot) => !slot.firstElementChild);
  if (!free) return;
  free.append(button.querySelector("svg").cloneNode(true));
  free.classList.add("is-full");
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "code", value: button.value });
  form.append(field);
  if (slots.every((slot) => slot.firstElementChild)) form.submit();
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter) fill(event.submitter);
});

// When the wait is over, the pictures can be tapped again.
const seconds = Number(form?.dataset.wait) || 0;
if (seconds) setTimeout(() => location.replace(location.href), seconds * 1000 + 500);

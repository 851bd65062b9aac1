// Copies a field. Hooks: <button data-copy="field's id"> with <span data-copy-words="Copied">; <input data-select>.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  if (!(await copied(field))) return;
  const words = button.querySelector("[data-copy-words]");
  words.textContent = words.dataset.copyWords;
});

document.addEventListener("focusin", ({ target }) => {
  if (target.matches("[data-select]")) target.select();
});

// The clipboard is missing on a plain http address; there the old way still works.
async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}

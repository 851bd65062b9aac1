// A sentence to begin with is put into an empty question, or one that is still just such a sentence.
// Hook: <input type="radio" data-starter="What have you tried?" data-into="ask-text">.

document.addEventListener("change", ({ target }) => {
  if (target.dataset?.starter === undefined) return;
  const field = document.getElementById(target.dataset.into);
  const sentences = [...document.querySelectorAll("[data-starter]")].map((each) => each.dataset.starter);
  if (!field || (field.value.trim() && !sentences.includes(field.value.trim()))) return;
  field.value = target.dataset.starter;
  field.focus();
});

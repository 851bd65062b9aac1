// Where two people changed the same words, the field shows what was chosen, so that one can go on from there.
// Hook: <input type="radio" data-clash="title" data-theirs="Clothes">; what was typed comes back with the other choice.
const mine = new Map();

document.addEventListener("change", ({ target }) => {
  const { clash, theirs } = target.dataset ?? {};
  const field = clash && target.form.elements[clash];
  if (!field?.matches?.("textarea, input:not([type=hidden], [type=radio], [type=checkbox])")) return;
  if (theirs !== undefined) {
    mine.set(field, field.value);
    field.value = theirs;
  } else if (mine.has(field)) field.value = mine.get(field);
});

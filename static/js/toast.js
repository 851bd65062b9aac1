// The small message at the page's edge: closable, and gone by itself after a while, unless it is being read.
// Hooks: #toast, <button data-close>.
const STAYS = 12000;
const box = document.getElementById("toast");
let leaving = 0;

const read = () => box.matches(":hover, :focus-within");
const clear = () => (read() ? wait() : box.replaceChildren());

function wait() {
  clearTimeout(leaving);
  leaving = setTimeout(clear, STAYS);
}

if (box) {
  box.addEventListener("click", ({ target }) => {
    if (target.closest("[data-close]")) target.closest(".toast").remove();
  });
  new MutationObserver(() => box.firstElementChild && wait()).observe(box, { childList: true });
  if (box.firstElementChild) wait();
}

// The small messages at the page's edge: closable, and gone by themselves after a while, unless they are being read.
// Hooks: #toast, <button data-close>, <… data-stays> for what only its reader may close, <template id="to-tell">.
const STAYS = 12000;
const TOLD = "rungs:told";
const box = document.getElementById("toast");
let leaving = 0;
let staying = [];

const read = () => box.matches(":hover, :focus-within");

function clear() {
  if (read()) return wait();
  for (const each of box.querySelectorAll(".toast:not([data-stays])")) each.remove();
}

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

// Words that stay until they are read; with `again` they are told on the next page as well.
function say(words) {
  const note = document.getElementById("to-tell")?.content.cloneNode(true);
  if (!note || !words) return;
  note.querySelector("[data-words]").textContent = words;
  box.append(note);
}

document.addEventListener("rungs:tell", ({ detail: { words, again } }) => {
  say(words);
  if (words && again) sessionStorage.setItem(TOLD, words);
});

addEventListener("pageshow", () => {
  say(sessionStorage.getItem(TOLD));
  sessionStorage.removeItem(TOLD);
});

document.addEventListener("htmx:before:swap", ({ detail: { tasks } }) => {
  const replaced = tasks.some(({ target }) => target === box);
  staying = replaced ? [...box.querySelectorAll("[data-stays]")] : [];
});

document.addEventListener("htmx:after:swap", () => staying.length && box.prepend(...staying.splice(0)));

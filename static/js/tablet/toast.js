// One short sentence at the bottom of the page, spoken to those to whom everything is read; a touch puts it away.
// "rungs:tell" with { words } shows one.

const SHOWN = 8000;

let timer = 0;

document.addEventListener("rungs:tell", ({ detail: { words } }) => {
  const toasts = document.getElementById("toast");
  if (!toasts || !words) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.say = words;
  toast.append(Object.assign(document.createElement("p"), { textContent: words }));
  toasts.replaceChildren(toast);
  if (document.body.dataset.reads) document.dispatchEvent(new CustomEvent("rungs:say", { detail: { from: toast } }));
  clearTimeout(timer);
  timer = setTimeout(() => toast.remove(), SHOWN);
});

document.addEventListener("click", (event) => event.target.closest?.("#toast .toast")?.remove());

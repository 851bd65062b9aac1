// Bringing an idea: one screen after the other without loading a page, and one tap at the end, which waits in the outbox
// while there is no net. Without this script the same screens are links and a form.
// Hooks: #idea with links, [data-back], [data-drawn]; form[data-idea] with [data-no]; <template id="idea-waits">.

const idea = () => document.getElementById("idea");
const { body } = document;

let asked = 0;

async function turn(url) {
  const mine = ++asked;
  try {
    const answer = await fetch(url, { headers: { Accept: "text/html" }, cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("idea");
    if (mine !== asked) return;
    if (!fresh || !answer.ok) return location.assign(answer.redirected ? answer.url : url);
    history.replaceState(null, "", url);
    put(document.importNode(fresh, true));
  } catch {
    if (mine === asked) location.assign(url);
  }
}

function put(fresh) {
  document.dispatchEvent(new CustomEvent("rungs:hush"));
  idea().replaceWith(fresh);
  document.dispatchEvent(new CustomEvent("rungs:region"));
  arrived();
}

function arrived() {
  idea().querySelector("h1")?.focus({ preventScroll: true });
  if (body.dataset.reads === "1") document.dispatchEvent(new CustomEvent("rungs:say", { detail: { from: spoken() } }));
}

// A few choices are read out with the question; of many only the question.
const spoken = () => (idea().querySelectorAll(".choice").length > 4 ? idea().querySelector(".ask-head") : idea());

function phase(name) {
  idea().dataset.phase = name;
  const heading = idea().querySelector("h1");
  heading.textContent = heading.dataset.say = heading.dataset[name];
  arrived();
}

document.addEventListener("click", (event) => {
  const section = event.target.closest?.("#idea");
  if (!section || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("[data-drawn]:not([data-paper])")) return phase("send");
  const link = event.target.closest("a[href]");
  if (!link) return;
  const finished = section.dataset.phase === "send" && link.dataset.back !== undefined;
  const here = link.pathname === location.pathname;
  if (finished || here) event.preventDefault();
  if (finished) phase("draw");
  else if (here) turn(link.href);
});

function record(form) {
  const paper = form.querySelector("[data-paper]");
  if (paper) form.elements.drawing.value = paper.dataset.drawn === undefined ? "" : paper.toDataURL("image/png");
  const sent = [...new FormData(form)].filter(([name, value]) => value !== "" && !["csrfmiddlewaretoken", "tap", "pen"].includes(name));
  const { member } = form.dataset;
  return { tap: uuid(), url: new URL(form.action).pathname, body: sent, member, kind: "idea", ask: "", button: {} };
}

async function send(form) {
  const tap = record(form);
  await outbox.put(tap);
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  const answer = await outbox.send(tap, token, false);
  if (!outbox.heard(answer)) {
    queue.failed(answer);
    return put(document.getElementById("idea-waits").content.firstElementChild.cloneNode(true));
  }
  await outbox.drop(tap);
  if (answer.status === 404) return location.replace(body.dataset.faces);
  if (answer.status >= 400) return no(form, await answer.text());
  const next = answer.headers.get("X-Next");
  if (next) await turn(next);
  else location.assign(form.action.replace(/\/idea.*$/, ""));
}

function no(form, sentence) {
  const words = new DOMParser().parseFromString(sentence, "text/html").body.textContent.trim();
  const place = form.querySelector("[data-no]");
  place.textContent = place.dataset.say = words;
  place.hidden = false;
  if (body.dataset.reads === "1") document.dispatchEvent(new CustomEvent("rungs:say", { detail: { from: place } }));
}

let sending = false;

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-idea]")) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  send(event.target).finally(() => (sending = false));
});

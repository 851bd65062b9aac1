// Answers that do not belong into this page: none at all (no network, a server in trouble), or a whole page where a part
// of one was asked for (signed out, or gone). The page stays as it is, with all that was typed, and says so.
// Hooks: <template id="not-sent">, <template id="out-of-date">.
function say(id) {
  const words = document.getElementById(id)?.content.cloneNode(true);
  const box = document.getElementById("toast");
  if (words) box?.replaceChildren(...box.querySelectorAll("[data-stays]"), words);
}

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (ctx?.request && ctx.text === undefined) say("not-sent");
});

document.addEventListener("htmx:after:request", (event) => {
  const { request, response, select, text } = event.detail.ctx;
  const inTrouble = response.status >= 500 || response.status === 429;
  if (!inTrouble && (select || !/^\s*<!doctype/i.test(text))) return;
  event.preventDefault();
  if (inTrouble) say("not-sent");
  else if (request.method === "GET") location.assign(response.raw.redirected ? response.raw.url : request.action);
  else say("out-of-date");
});

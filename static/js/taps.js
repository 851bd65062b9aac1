// Each tap is applied once: it carries a UUID of its own, and a tap sent again carries it again.
// Pushed forms come without a CSRF token; it is taken from <meta name="csrf-token"> or a form of the page.

const unanswered = new WeakMap();

// The same words from the same form, not answered yet, are the same tap; but a step moved once more is moved again.
function tapOf(source, action, body) {
  const said = [...body].filter(([name]) => !["tap", "csrfmiddlewaretoken"].includes(name));
  const place = body.has("direction") && placeOf(action);
  const words = JSON.stringify([action, place, said.map(([name, value]) => [name, value.name ?? value])]);
  if (unanswered.get(source)?.words !== words) unanswered.set(source, { words, tap: uuid() });
  return unanswered.get(source).tap;
}

function placeOf(action) {
  const step = document.querySelector(`.step:has([formaction="${new URL(action, location.href).pathname}"])`);
  return step && [...step.parentElement.children].indexOf(step);
}

const token = () =>
  document.querySelector('meta[name="csrf-token"]')?.content ??
  document.querySelector('input[name="csrfmiddlewaretoken"]:not([value=""])')?.value ??
  "";
const changes = (request) => request.method !== "GET";

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const { request } = ctx;
  if (!changes(request)) return;
  request.headers["X-CSRFToken"] = token();
  request.body.set("tap", tapOf(ctx.sourceElement, request.action, request.body));
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (!changes(ctx.request)) return;
  if (ctx.response.status < 500) unanswered.delete(ctx.sourceElement);
  if (ctx.target.isConnected) return;
  // The panel it was sent from has been left: what the answer says is said all the same.
  Object.assign(ctx, { target: document.body, swap: "none" });
  if (ctx.response.status >= 400) tellNo(ctx.text);
});

function tellNo(answer) {
  const why = new DOMParser().parseFromString(answer, "text/html").querySelector(".refused p, p.refused");
  document.dispatchEvent(new CustomEvent("rungs:tell", { detail: { words: why?.textContent.trim() } }));
}

// What was said is sent: its form is empty again, unless somebody has gone on writing.
document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
  const { form, body } = ctx.request ?? {};
  if (!form || !changes(ctx.request) || ctx.response.status >= 400) return;
  const same = (text, sent) => text.replace(/\r\n?/g, "\n") === (sent ?? "").replace(/\r\n?/g, "\n");
  const fields = [...form.elements].filter((field) => field.name && field.matches("textarea, input:not([type]), [type=text]"));
  if (fields.every((field) => same(field.value, body.get(field.name)))) form.reset();
});

// Without htmx, the form itself carries both.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute("method")?.toLowerCase() !== "post") return;
  const action = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const carry = (name, value) => {
    const field = form.elements[name] ?? form.appendChild(document.createElement("input"));
    Object.assign(field, { type: "hidden", name, value });
  };
  carry("tap", tapOf(form, action, new FormData(form)));
  if (token()) carry("csrfmiddlewaretoken", token());
});

// A finger draws: fat pens, a fat rubber, and a paper that can be begun anew.
// Hooks: <canvas data-paper> in a form with [data-pen] radio buttons (the rubber is [data-eraser]); [data-anew];
// [data-drawn] is waited with until something is on the paper.

const PEN = 16;
const RUBBER = 56;

let stroke = null;

const colour = (place) => getComputedStyle(place).backgroundColor;
const drawing = () => document.querySelector("[data-paper]");
const blank = (paper) => paper.dataset.drawn === undefined;

function place(paper, { clientX, clientY }) {
  const box = paper.getBoundingClientRect();
  return [((clientX - box.left) * paper.width) / box.width, ((clientY - box.top) * paper.height) / box.height];
}

function clear(paper) {
  const ink = paper.getContext("2d");
  ink.fillStyle = colour(paper);
  ink.fillRect(0, 0, paper.width, paper.height);
  delete paper.dataset.drawn;
  mark(paper);
}

function mark(paper) {
  for (const each of document.querySelectorAll("[data-drawn]")) if (each !== paper) each.disabled = blank(paper);
}

function begin(paper, event) {
  const pen = paper.closest("form").querySelector("[data-pen]:checked");
  const eraser = pen.dataset.eraser !== undefined;
  if (blank(paper) && eraser) return;
  if (blank(paper)) clear(paper);
  const ink = paper.getContext("2d");
  const strokeStyle = colour(eraser ? paper : pen.nextElementSibling);
  Object.assign(ink, { strokeStyle, lineWidth: eraser ? RUBBER : PEN, lineCap: "round", lineJoin: "round" });
  stroke = { paper, ink, pointer: event.pointerId, at: place(paper, event) };
  paper.setPointerCapture(event.pointerId);
  draw(event);
  paper.dataset.drawn = "";
  mark(paper);
}

function draw(event) {
  const { ink, paper } = stroke;
  for (const each of event.getCoalescedEvents?.().length ? event.getCoalescedEvents() : [event]) {
    ink.beginPath();
    ink.moveTo(...stroke.at);
    stroke.at = place(paper, each);
    ink.lineTo(...stroke.at);
    ink.stroke();
  }
}

// The second finger or the palm of the hand draws nothing.
document.addEventListener("pointerdown", (event) => {
  const paper = event.target.closest?.("[data-paper]");
  if (!paper || stroke || paper.closest("[data-phase]")?.dataset.phase !== "draw") return;
  event.preventDefault();
  begin(paper, event);
});

document.addEventListener("pointermove", (event) => stroke?.pointer === event.pointerId && draw(event));
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, (event) => stroke?.pointer === event.pointerId && (stroke = null));
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-anew]") && drawing()) clear(drawing());
});

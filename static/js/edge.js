// What is wider than there is room for fades at the edge beyond which there is more of it.
// Hook: .board-frame and .chart-frame, which get data-scrolls (it is wider) and data-more (there is more to come).
const FRAMES = ".board-frame, .chart-frame";
const size = new ResizeObserver((changed) => changed.forEach(({ target }) => look(target.closest(FRAMES))));

function look(frame) {
  if (!frame) return;
  frame.toggleAttribute("data-scrolls", frame.scrollWidth > frame.clientWidth + 8);
  frame.toggleAttribute("data-more", Math.abs(frame.scrollLeft) + frame.clientWidth < frame.scrollWidth - 8);
}

function watch() {
  size.disconnect();
  for (const frame of document.querySelectorAll(FRAMES)) {
    size.observe(frame);
    if (frame.lastElementChild) size.observe(frame.lastElementChild);
    look(frame);
  }
}

document.addEventListener("scroll", ({ target }) => target.matches?.(FRAMES) && look(target), { capture: true, passive: true });
document.addEventListener("htmx:after:swap", watch);
watch();

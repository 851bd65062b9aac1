// The board fades at the edge beyond which there is more of it. Hook: .board-frame, which gets data-more.
const frame = () => document.querySelector(".board-frame");

function look() {
  const at = frame();
  at?.toggleAttribute("data-more", Math.abs(at.scrollLeft) + at.clientWidth < at.scrollWidth - 8);
}

if (document.querySelector("[data-routine-page]")) {
  const size = new ResizeObserver(look);
  const watch = () => {
    size.disconnect();
    for (const each of frame() ? [frame(), frame().firstElementChild] : []) size.observe(each);
    look();
  };
  document.addEventListener("scroll", ({ target }) => target === frame() && look(), { capture: true, passive: true });
  document.addEventListener("htmx:after:swap", watch);
  watch();
}

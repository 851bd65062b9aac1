// What is wrong with a tablet's page as it stands, as sentences; `smallest` is the least size of what can be tapped.
// Two things may scroll by design: the steps of the plan, and the line with what others said, which may be long.
(smallest) => {
  const flaws = []
  const styled = getComputedStyle
  const words = (it) => (it.innerText ?? "").trim().slice(0, 30)
  const name = (it) => `${it.localName}.${it.className?.baseVal ?? it.className} “${words(it)}”`
  const say = (it, flaw) => flaws.push(`${name(it)} ${flaw}`)
  const clipped = (it) => it && (styled(it).clipPath.startsWith("inset") || clipped(it.parentElement))
  const scrolls = (it) => it.closest(".plan-steps, .ask-talk")
  const looked = (it) => it.checkVisibility({ visibilityProperty: true }) && !clipped(it) && !it.closest("svg")

  const { scrollHeight, clientHeight } = document.body
  if (scrollHeight > clientHeight + 1) flaws.push(`The page scrolls: ${scrollHeight} > ${clientHeight}`)

  for (const it of document.body.querySelectorAll("*")) {
    if (!looked(it) || scrolls(it)) continue
    const { left, right, top, bottom } = it.getBoundingClientRect()
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) say(it, "sticks out")
    if (styled(it).overflowY === "visible") continue
    if (it.scrollHeight > it.clientHeight + 2) say(it, `is cut off: ${it.scrollHeight} > ${it.clientHeight}`)
    if (it.scrollWidth > it.clientWidth + 2) say(it, `is cut off: ${it.scrollWidth} > ${it.clientWidth} wide`)
  }

  for (const it of document.querySelectorAll("button, a, summary")) {
    if (!looked(it) || it.disabled || styled(it).pointerEvents === "none" || it.closest(".in-words-sheet")) continue
    const { width, height } = it.getBoundingClientRect()
    if (Math.min(width, height) < smallest) say(it, `is only ${Math.round(width)} x ${Math.round(height)}`)
  }

  const tops = ".choice, .tile, .way, .whose-face, .ask-about > *, .ask-head > *, .ask-talk"
  const boxes = [...document.querySelectorAll(tops)]
    .filter((it) => looked(it) && !scrolls(it))
    .map((it) => ({ it, ...it.getBoundingClientRect().toJSON() }))
    .filter(({ width }) => width > 2)
  const over = (a, b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2
  for (const a of boxes) {
    for (const b of boxes) {
      if (a.it.contains(b.it) || b.it.contains(a.it)) continue
      if (over(a, b)) say(a.it, `lies over ${name(b.it)}`)
    }
  }
  return flaws
}

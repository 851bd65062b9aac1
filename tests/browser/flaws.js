// What is wrong with how a page is laid out, as sentences. With `targets` also what is too small for a finger.
({ targets }) => {
  const flaws = []
  const width = document.documentElement.clientWidth
  const visible = (at) => at.checkVisibility({ visibilityProperty: true })
  const words = (at) => (at.innerText || at.name || "").trim().slice(0, 40)
  const name = (at) => `${at.localName}.${at.className?.baseVal ?? at.className} “${words(at)}”`
  const say = (at, flaw) => flaws.push(`${name(at)} ${flaw}`)

  function shown(at) {
    const box = at.getBoundingClientRect()
    return visible(at) && box.width > 2 && box.height > 2
  }

  function scrolls(at) {
    return at && (/auto|scroll/.test(getComputedStyle(at).overflowX) || scrolls(at.parentElement))
  }

  function sticksOut(at) {
    const { left, right } = at.getBoundingClientRect()
    return (right > width + 1 || left < -1) && shown(at) && !scrolls(at.parentElement)
  }

  function lines(at) {
    const text = document.createRange()
    text.selectNodeContents(at)
    const boxes = [...text.getClientRects()].filter((box) => box.width > 1)
    return new Set(boxes.map((box) => Math.round(box.bottom / 12))).size
  }

  const wide = document.documentElement.scrollWidth
  if (wide > width) {
    flaws.push(`The page is ${wide} wide on a screen of ${width}`)
    for (const at of [...document.body.querySelectorAll("*")].filter(sticksOut).slice(0, 5)) say(at, "sticks out")
  }

  // With text twice its size on a phone, words may break as they need.
  const huge = matchMedia("(max-width: 19em)").matches
  for (const at of document.querySelectorAll(".button, .say, .choice > span, summary, .site-nav a, .menu-item")) {
    if (!shown(at)) continue
    const onlyWords = at.matches(".button, .say, .site-nav a") && !at.querySelector("svg, .sr, b")
    if (onlyWords && !huge && lines(at) > 2) say(at, `breaks into ${lines(at)} lines`)
    const over = at.scrollWidth > at.clientWidth + 2
    if (over && (at.matches(".button, .say") || getComputedStyle(at).overflowX !== "visible")) say(at, "is cut off")
  }

  const inText = (at) => at.localName === "a" && getComputedStyle(at).display === "inline"
  const controls = targets ? "a[href], button, select, textarea, summary, input:not([type=hidden])" : "none"
  for (const at of document.querySelectorAll(controls)) {
    const area = (at.matches("[type=radio], [type=checkbox]") && at.closest("label")) || at
    const box = area.getBoundingClientRect()
    if (!visible(area) || at.matches(".skip") || inText(at) || (box.height >= 43.5 && box.width >= 43.5)) continue
    say(at, `is only ${Math.round(box.width)} × ${Math.round(box.height)}`)
  }
  return flaws
}

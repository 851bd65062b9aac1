// Brings a region up to date in place: whatever stays is the same element as before, so a finger that is just coming
// down meets what it aimed at. A thing is known by its place and by its data-card, data-part or data-face.
// What the page itself turns over ([data-group] in sight) stays as it is.

const NAMES = ["id", "data-card", "data-part", "data-face", "data-step"];
const nameOf = (node) => NAMES.map((name) => node.getAttribute?.(name) ?? "").join();
const same = (old, fresh) => old.nodeName === fresh.nodeName && nameOf(old) === nameOf(fresh);
const own = (element, name) => name === "hidden" && element.dataset?.group !== undefined;

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !own(old, name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !own(old, name)) old.setAttribute(name, value);
  }
}

function children(old, fresh) {
  const wanted = [...fresh.childNodes];
  wanted.forEach((node, place) => {
    const mine = old.childNodes[place];
    if (!mine) old.append(node);
    else if (same(mine, node)) blend(mine, node);
    else mine.replaceWith(node);
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function blend(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  attributes(old, fresh);
  children(old, fresh);
}

globalThis.blend = blend;

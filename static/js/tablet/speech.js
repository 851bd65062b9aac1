// Reads aloud what carries data-say, by the tablet's own voice; a line a parent recorded comes first.
// Hooks: <button class="speaker" data-speak="#id, #other" hidden>: all in there that carries data-say or data-recording
// and is in sight, what is below for the hands (the foot) left out. It is shown where there is a voice for the page's
// language, or a recording. <body data-reads="1">: each thing asked is read by itself, once somebody has touched the
// page (before that browsers stay silent), and each picture that is tapped.

const speech = globalThis.speechSynthesis;
const language = document.documentElement.lang || "en";

let voice = null;
let audio = null;
let button = null;
let turn = 0;

const short = (tag) => tag.toLowerCase().split(/[-_]/)[0];

// Local voices first: they need no net, and what a child reads leaves the tablet for nobody.
function choose() {
  const able = (speech?.getVoices() ?? []).filter((each) => short(each.lang) === short(language));
  const exact = (each) => each.lang.replace("_", "-").toLowerCase() === language.toLowerCase();
  able.sort((a, b) => b.localService - a.localService || exact(b) - exact(a) || b.default - a.default);
  voice = able[0] ?? null;
  offer();
}

const SPOKEN = "[data-say], [data-recording]";
const inSight = (each) => !each.closest("[hidden], .ask-foot, dialog:not([open]), details:not([open]) > div");

function lines(from) {
  const marked = from.matches(SPOKEN) ? [from] : [...from.querySelectorAll(SPOKEN)].filter(inSight);
  return marked.filter((each) => voice || each.dataset.recording);
}

const about = (speaker) => [...document.querySelectorAll(speaker.dataset.speak)];

function offer() {
  for (const each of document.querySelectorAll(".speaker")) {
    each.hidden = !voice && !about(each).some((place) => place.querySelector("[data-recording]"));
  }
}

function hush() {
  turn += 1;
  speech?.cancel();
  audio?.pause();
  audio = null;
  button?.removeAttribute("data-speaking");
  button = null;
  for (const each of document.querySelectorAll("[data-said]")) each.removeAttribute("data-said");
}

function play(url) {
  return new Promise((done) => {
    audio = new Audio(url);
    audio.onended = () => done(true);
    audio.onpause = () => done(true);
    audio.onerror = () => done(false);
    audio.play().catch(() => done(false));
  });
}

function utter(words) {
  return new Promise((done) => {
    if (!voice || !words) return done(false);
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.95;
    said.onend = () => done(true);
    said.onerror = () => done(false);
    speech.speak(said);
  });
}

// One after the other; what is being read is shown by data-said.
async function read(from, by) {
  hush();
  const mine = turn;
  button = by ?? null;
  button?.setAttribute("data-speaking", "");
  for (const each of [from].flat().flatMap(lines)) {
    if (mine !== turn) return;
    each.setAttribute("data-said", "");
    const { recording, say } = each.dataset;
    if (!(recording && (await play(recording))) && mine === turn) await utter(say);
    document.dispatchEvent(new CustomEvent("rungs:spoken"));
    each.removeAttribute("data-said");
  }
  if (mine === turn) hush();
}

document.addEventListener("click", (event) => {
  const speaker = event.target.closest?.(".speaker");
  if (!speaker) return;
  event.preventDefault();
  if (speaker === button) return hush();
  read(about(speaker), speaker);
});

document.addEventListener("rungs:say", ({ detail }) => read(detail.from));
document.addEventListener("rungs:hush", hush);

// By itself: what is in sight at the first touch, then whatever comes into sight, and what is tapped.
let allowed = false;

function begin({ target }) {
  allowed = true;
  const ask = document.querySelector("[data-ask]:not([hidden])");
  if (ask && !target.closest?.("button, a, summary, input")) read(ask);
}

if (document.body.dataset.reads === "1") {
  addEventListener("pointerup", begin, { once: true });
  document.addEventListener("rungs:asked", ({ detail }) => allowed && read(detail.ask));
  document.addEventListener("rungs:pressed", ({ detail }) => detail.button && read(detail.button));
}

choose();
speech?.addEventListener?.("voiceschanged", choose);
document.addEventListener("rungs:region", offer);
addEventListener("pagehide", hush);

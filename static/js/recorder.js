// A parent records how a question or an idea sounds: record, stop, listen, keep or throw away. Nothing leaves the page
// before it is kept. Hooks: form[data-recorder][data-state=idle|recording|ready] with an <input type="file">, and its
// buttons [data-record], [data-stop], [data-listen], [data-drop].
const LONGEST = 20_000;
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

const able = window.isSecureContext && window.MediaRecorder && navigator.mediaDevices?.getUserMedia;
document.documentElement.dataset.recording = able ? "yes" : "no";

let running = null;
let playing = null;

const say = (words) => document.dispatchEvent(new CustomEvent("rungs:tell", { detail: { words } }));
const fileOf = (form) => form.querySelector('input[type="file"]');

async function record(form) {
  stop();
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return say(form.dataset.denied);
  }
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 48_000 });
  const parts = [];
  const end = setTimeout(() => recorder.state === "recording" && recorder.stop(), LONGEST);
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  recorder.addEventListener("stop", () => {
    clearTimeout(end);
    for (const track of stream.getTracks()) track.stop();
    if (running?.recorder === recorder) running = null;
    take(form, new Blob(parts, { type: recorder.mimeType.split(";")[0] }));
  });
  running = { recorder, form };
  recorder.start();
  turn(form, "recording");
}

function stop() {
  if (running?.recorder.state === "recording") running.recorder.stop();
}

function take(form, sound) {
  const files = new DataTransfer();
  if (sound.size) files.items.add(new File([sound], "line", { type: sound.type }));
  fileOf(form).files = files.files;
  turn(form, sound.size ? "ready" : "idle");
}

// The button that was pressed goes: the focus goes on to the one that comes next.
const NEXT = { idle: "[data-record]", recording: "[data-stop]", ready: "[data-listen]" };

function turn(form, state) {
  const here = form.contains(document.activeElement);
  form.dataset.state = state;
  if (here) form.querySelector(NEXT[state]).focus();
}

// Played by hand: the page's policy lets no <audio> play what was not yet sent.
async function listen(form) {
  playing?.close();
  playing = new AudioContext();
  const source = playing.createBufferSource();
  source.buffer = await playing.decodeAudioData(await fileOf(form).files[0].arrayBuffer());
  source.connect(playing.destination);
  source.start();
}

const DO = {
  record,
  stop,
  listen,
  drop: (form) => take(form, new Blob()),
};

document.addEventListener("click", ({ target }) => {
  const form = target.closest?.("[data-recorder]");
  const button = form && target.closest("button");
  const what = Object.keys(DO).find((each) => button?.hasAttribute(`data-${each}`));
  if (what) DO[what](form);
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const form = ctx.sourceElement?.closest?.("[data-recorder]");
  if (form && ctx.response.status < 400) take(form, new Blob());
});

// The panel was closed, or its question is over: the microphone closes with it.
document.addEventListener("htmx:after:swap", () => {
  if (running && !running.form.isConnected) stop();
});

// The tablet's service worker: what its pages are drawn with, the plan last seen, the morning while it runs, and a page
// for when there is no net.
// `told` stands above (routines/views/shell.py): files, offline, faces, plan, now, here, version.
// It never touches the live stream, and never stores a seat, an answer or a picture of somebody's.

const { told } = self;
const SHELL = `shell-${told.version}`;
const PLAN = "plan";
const NOW = "now";
// No morning is longer (routines/rules/morning/taps.py).
const LONGEST = 18 * 3600 * 1000;

const pathOf = (address) => new URL(address, location.origin).pathname;
const files = new Set(told.files.map(pathOf));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function install() {
  const shell = await caches.open(SHELL);
  await shell.addAll([...told.files, new Request(told.offline, { cache: "reload" })]);
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (![SHELL, PLAN, NOW].includes(name)) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (files.has(pathname)) event.respondWith(stored(request));
  else if (request.mode === "navigate" && (pathname === told.faces || pathname.startsWith(`${told.faces}/`))) {
    event.respondWith(page(event, pathname));
  }
});

async function stored(request) {
  return (await caches.match(request, { cacheName: SHELL })) ?? fetch(request);
}

async function page(event, pathname) {
  try {
    const answer = await fetch(event.request);
    if (pathname === told.plan && answer.ok && !answer.redirected) event.waitUntil(keep(answer.clone()));
    return answer;
  } catch {
    const kept = pathname === told.plan ? await caches.match(told.plan, { cacheName: PLAN }) : await morning(pathname);
    return kept || (await caches.match(told.offline, { cacheName: SHELL })) || Response.error();
  }
}

// The morning a tablet rests on, kept anew as it goes on; it goes as soon as the tablet rests elsewhere.
async function keepNow() {
  const answer = await fetch(told.now, { cache: "no-store" });
  if (answer.redirected) await caches.delete(NOW);
  if (!answer.ok || answer.redirected) return;
  const now = await caches.open(NOW);
  const headers = new Headers(answer.headers);
  headers.set("X-Kept", Date.now());
  await now.put(told.now, new Response(await answer.text(), { headers }));
}

// What was kept, with the server's moment moved on by as long as it was kept: discs go on where they are by now.
async function morning(pathname) {
  if (![told.now, told.faces].includes(pathname)) return null;
  const kept = await caches.match(told.now, { cacheName: NOW });
  const age = Date.now() - Number(kept?.headers.get("X-Kept"));
  if (!kept || age < 0 || age > LONGEST) return null;
  const html = (await kept.text()).replace(/data-now="(\d+)"/, (all, at) => `data-now="${Number(at) + age}"`);
  return new Response(html, { headers: kept.headers });
}

async function keep(answer) {
  const plan = await caches.open(PLAN);
  await plan.put(told.plan, answer);
}

async function keepPlan() {
  const answer = await fetch(told.plan, { cache: "no-store" });
  if (answer.ok && !answer.redirected) await keep(answer);
}

// The tablet was put away: nothing of the family stays on it.
async function wipe() {
  await caches.delete(PLAN);
  await caches.delete(NOW);
  await outbox.empty();
}

self.addEventListener("message", (event) => {
  if (event.data === "keep-plan") event.waitUntil(keepPlan().catch(() => {}));
  if (event.data === "keep-now") event.waitUntil(keepNow().catch(() => {}));
  if (event.data === "wipe") event.waitUntil(wipe());
});

// The net is back, perhaps with no page open: what was tapped is sent. What fails is asked for again by the browser.
self.addEventListener("sync", (event) => {
  if (event.tag === "taps") event.waitUntil(send());
});

async function send() {
  const all = await outbox.flush(told.here, heard);
  await tell("sent");
  if (!all) throw new Error("Some taps still wait");
}

// Open pages take in what the server says as if they had sent the tap themselves.
async function heard({ stands, record, answer }) {
  if (stands?.away) return away();
  if (!record || !outbox.heard(answer)) return;
  const html = await answer.text().catch(() => "");
  await tell({ record, status: answer.status, headers: [...answer.headers], html });
}

async function away() {
  await wipe();
  await tell("away");
}

async function tell(news) {
  for (const client of await self.clients.matchAll()) client.postMessage(news);
}

// Keeps the app's own files, so that a reload without a network still shows the app. Data never passes through here.
/* global self, caches, fetch, Response */

const files = __FILES__
const cache_name = 'dais-__VERSION__'
const patience = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cache_name)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const drop_old = async () => {
    for (const name of await caches.keys()) if (name.startsWith('dais-') && name !== cache_name) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(drop_old())
})

async function page(request) {
  const network = fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  const kept = () => caches.match('/', { cacheName: cache_name })
  const answer = await Promise.race([network, late]).catch(kept)
  return answer ?? (await kept()) ?? network
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (files.includes(url.pathname) && url.pathname !== '/') {
    event.respondWith(caches.match(request, { cacheName: cache_name }).then((kept) => kept ?? fetch(request)))
  } else if (request.mode === 'navigate' && __PAGES__.test(url.pathname)) {
    event.respondWith(page(request).then((answer) => answer ?? Response.error()))
  }
})

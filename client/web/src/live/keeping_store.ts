// The kept topics in IndexedDB.

import { clear, createStore, del, entries, set, type UseStore } from 'idb-keyval'
import { Keeping, type KeepingMeans, type KeepingStore } from './keeping'

/** A browser that does not say in this time what it keeps is taken to keep nothing. */
const patience = 1500

function browserStore(): KeepingStore {
  let opened: UseStore | undefined
  const store = () => (opened ??= createStore('dais-kept', 'topics'))
  return {
    load: async () => entries<string, unknown>(store()),
    put: async (key, entry) => set(key, entry, store()),
    remove: async (key) => del(key, store()),
    clear: async () => clear(store()),
  }
}

const in_the_browser = browserStore()

/** What this browser keeps, whoever it is for; nothing where it cannot be read. */
export function loadKept(): Promise<[string, unknown][]> {
  const nothing = new Promise<[]>((resolve) => setTimeout(() => resolve([]), patience))
  return Promise.race([in_the_browser.load().catch(() => []), nothing])
}

export function keepInBrowser(means: Omit<KeepingMeans, 'store'>, kept: [string, unknown][]): Keeping {
  const keeping = new Keeping({ ...means, store: in_the_browser }, kept)
  addEventListener('pagehide', () => keeping.flush())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keeping.flush())
  return keeping
}

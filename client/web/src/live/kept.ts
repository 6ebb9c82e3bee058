// What this browser keeps for one account: commands on their way and drafts of forms. Storage that is full, forbidden or
// damaged costs the keeping, never the work.

import type { Command, CommandStore } from './outbox'
import type { JsonObject } from './types'

/** The part of localStorage that is used. */
export interface KeyValue {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export function readJson<T>(storage: KeyValue, key: string): T | null {
  try {
    const text = storage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

export function writeJson(storage: KeyValue, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch {
    return
  }
}

export function keptCommands(storage: KeyValue, account: string): CommandStore {
  const key = `dais.outbox.${account}`
  return {
    load: () => readJson<Command[]>(storage, key) ?? [],
    save: (commands) => (commands.length === 0 ? storage.removeItem(key) : writeJson(storage, key, commands)),
  }
}

/** Drafts by the name of their form; a draft is there until it is sent or thrown away. */
export class Drafts {
  constructor(
    private x_storage: KeyValue,
    private x_account: string,
  ) {}

  read(form: string): JsonObject | null {
    return readJson<JsonObject>(this.x_storage, this.x_key(form))
  }

  write(form: string, values: JsonObject): void {
    writeJson(this.x_storage, this.x_key(form), values)
  }

  clear(form: string): void {
    this.x_storage.removeItem(this.x_key(form))
  }

  private x_key(form: string) {
    return `dais.draft.${this.x_account}.${form}`
  }
}

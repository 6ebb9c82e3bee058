// Whether single keys do something on the desk.

import { readJson, writeJson } from '../live/kept'

const kept_under = 'dais.keys'

export const keysOn = (): boolean => readJson<boolean>(localStorage, kept_under) ?? true

export function setKeysOn(on: boolean): void {
  writeJson(localStorage, kept_under, on)
}

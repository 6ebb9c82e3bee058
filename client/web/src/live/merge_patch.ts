// RFC 7396. Values that do not change are shared with the old document, so that React sees what stayed the same.

import type { Json, JsonObject } from './types'

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `target` with `patch` merged into it; neither is changed. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch
  const before = isObject(target) ? target : {}
  const after: JsonObject = { ...before }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete after[key]
    else define(after, key, mergePatch(own(before, key), value))
  }
  return after
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

// A key such as "__proto__" is data like any other.
function define(object: JsonObject, key: string, value: Json) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
}

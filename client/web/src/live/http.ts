// Plain HTTP: requests before there is a connection, signing in and out, uploads with progress.

import { refusalOf } from './connection'
import { isObject } from './merge_patch'
import { Disconnected, type Json, type JsonObject } from './types'

/** One request by POST /rpc. Fails with Refusal or Disconnected. */
export async function askByPost(method: string, params: JsonObject = {}): Promise<Json> {
  const { result } = await post('/rpc', { jsonrpc: '2.0', id: 1, method, params })
  return result ?? null
}

/** POST with a JSON body to an address that answers with JSON; a refusal is {error: {code, message, field?}}. */
export async function post(address: string, body: JsonObject): Promise<JsonObject> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  }).catch(() => {
    throw new Disconnected()
  })
  const answer = readAnswer(await response.text())
  // A proxy in front of a server that is away answers for it, but not in our words.
  if (response.status >= 502 && !isRefusal(answer)) throw new Disconnected()
  if (!response.ok || isRefusal(answer)) throw refusalOf(answer.error ?? {})
  return answer
}

function readAnswer(text: string): JsonObject {
  try {
    return text === '' ? {} : (JSON.parse(text) as JsonObject)
  } catch {
    return {}
  }
}

const isRefusal = (answer: JsonObject) => isObject(answer.error)

export interface Upload {
  /** The server's answer; fails with Refusal, Disconnected, or an AbortError when cancelled. */
  done: Promise<Json>
  cancel(): void
}

/** Send a file with PUT; `progress` is told the share that has gone, 0 to 1. */
export function upload(address: string, file: Blob, progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Json>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = readAnswer(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve((answer.result ?? answer) as Json)
      else reject(refusalOf(answer.error ?? {}))
    }
    request.onerror = () => reject(new Disconnected())
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    request.open('PUT', address)
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}

// Commands on their way. Each is kept until it has been answered, survives a reload, waits while there is no
// connection, and carries one command_id however often it is sent: the server does it once.

import { Disconnected, Refusal, type Json, type JsonObject } from './types'

export interface Command {
  command_id: string
  method: string
  params: JsonObject
  /** Local time of when it was given. */
  given: number
}

/** Where commands are kept meanwhile. */
export interface CommandStore {
  load(): Command[]
  save(commands: Command[]): void
}

export type Settled =
  | { command: Command; result: Json; refusal?: undefined }
  | { command: Command; refusal: Refusal; result?: undefined }

export interface OutboxMeans {
  store: CommandStore
  /** Carries one request; fails with Disconnected when no answer came. */
  request(method: string, params: JsonObject): Promise<Json>
  newId(): string
  now(): number
}

interface Waiter {
  resolve(result: Json): void
  reject(refusal: Refusal): void
}

export class Outbox {
  private x_means: OutboxMeans
  private x_commands: Command[]
  private x_waiters = new Map<string, Waiter>()
  private x_listeners = new Set<() => void>()
  private x_settled_listeners = new Set<(settled: Settled) => void>()
  private x_sending = false

  constructor(means: OutboxMeans) {
    this.x_means = means
    this.x_commands = means.store.load()
  }

  /** What has not been answered yet, oldest first. The array is a new one after every change. */
  get waiting(): readonly Command[] {
    return this.x_commands
  }

  onChange(listener: () => void): () => void {
    this.x_listeners.add(listener)
    return () => this.x_listeners.delete(listener)
  }

  /** Told of answers that nobody in this page waits for any more, such as those to commands given before a reload. */
  onSettled(listener: (settled: Settled) => void): () => void {
    this.x_settled_listeners.add(listener)
    return () => this.x_settled_listeners.delete(listener)
  }

  /** The answer, however long it takes; fails with Refusal only. */
  give(method: string, params: JsonObject): Promise<Json> {
    const command = { command_id: this.x_means.newId(), method, params, given: this.x_means.now() }
    this.x_keep([...this.x_commands, command])
    const answer = new Promise<Json>((resolve, reject) => {
      this.x_waiters.set(command.command_id, { resolve, reject })
    })
    void this.flush()
    return answer
  }

  /** Throw away a command that waits. One that was sent already may have been carried out. */
  discard(command_id: string): void {
    this.x_keep(this.x_commands.filter((c) => c.command_id !== command_id))
    this.x_waiters.delete(command_id)
  }

  /** Send what waits, in order, one at a time; call it whenever the connection opens. */
  async flush(): Promise<void> {
    if (this.x_sending) return
    this.x_sending = true
    try {
      for (let next = this.x_commands[0]; next !== undefined; next = this.x_commands[0]) {
        if (!(await this.x_send(next))) break
      }
    } finally {
      this.x_sending = false
    }
  }

  private async x_send(command: Command): Promise<boolean> {
    try {
      const params = { ...command.params, command_id: command.command_id }
      const result = await this.x_means.request(command.method, params)
      this.x_settle({ command, result })
    } catch (error) {
      if (error instanceof Disconnected) return false
      const refusal = error instanceof Refusal ? error : new Refusal([])
      this.x_settle({ command, refusal })
    }
    return true
  }

  private x_settle(settled: Settled) {
    const id = settled.command.command_id
    this.x_keep(this.x_commands.filter((c) => c.command_id !== id))
    const waiter = this.x_waiters.get(id)
    this.x_waiters.delete(id)
    if (waiter === undefined) for (const tell of this.x_settled_listeners) tell(settled)
    else if (settled.refusal !== undefined) waiter.reject(settled.refusal)
    else waiter.resolve(settled.result)
  }

  private x_keep(commands: Command[]) {
    this.x_commands = commands
    this.x_means.store.save(commands)
    for (const tell of this.x_listeners) tell()
  }
}

// The shapes of the live wire that the live layer itself needs; everything else of a message is opaque here.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** One thing that is wrong with a request, as the server says it. */
export interface Problem {
  code: string
  path: string
  words: string
  values: Record<string, string>
}

/** A request that was refused, or could not be carried out. `code` is the first problem's. */
export class Refusal extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[]) {
    super(problems[0]?.words ?? 'refused')
    this.name = 'Refusal'
    this.problems = problems
  }
  get code(): string {
    return this.problems[0]?.code ?? 'internal'
  }
}

/** The request was not answered because the connection went away; it may or may not have been carried out. */
export class Disconnected extends Error {
  constructor() {
    super('the connection was lost')
    this.name = 'Disconnected'
  }
}

/** Where a subscriber stands in a topic: 0 asks for a snapshot; a position means something in its own epoch only. */
export interface Position {
  since: number
  epoch?: string
}

/** The positions of topics by their names. */
export type Positions = Record<string, Position>

/** The stream of what belongs to no single meeting: on the wire, no `meeting` at all. */
export const organization = ''

/** A meeting as a request names it. */
export function inMeeting(meeting: string): { meeting?: string } {
  return meeting === organization ? {} : { meeting }
}

/** What the live layer needs of the world; tests hand in their own. */
export interface World {
  now(): number
  random(): number
  setTimeout(run: () => void, ms: number): unknown
  clearTimeout(handle: unknown): void
}

export const realWorld: World = {
  now: () => Date.now(),
  random: () => Math.random(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
}

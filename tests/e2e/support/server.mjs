// One server with the demo for all browser tests, and a session for each role.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const program = process.env.DAIS_DAISD ?? join(root, 'build/dev/bin/daisd')
const roles = ['secretariat', 'president', 'focal_point', 'display', 'committee', 'delegate']
const patience = 90_000

/** Reads the address and the links that the server prints when it starts. */
function started(server) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server did not start in time')), patience)
    const said = { links: {} }
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    createInterface({ input: server.stdout }).on('line', (line) => {
      said.address ??= /listening on (http:\S+)/.exec(line)?.[1]
      const link = /\/link\/(\S+)/.exec(line)?.[1]
      const role = roles.find((name) => line.toLowerCase().replaceAll(' ', '_').includes(name))
      if (link !== undefined && role !== undefined) said.links[role] = link
      if (said.address === undefined || Object.keys(said.links).length < roles.length) return
      clearTimeout(timer)
      resolve(said)
    })
  })
}

async function session(address, token) {
  const response = await fetch(`${address}/link/${token}`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  if (!response.ok) throw new Error(`a link was refused: ${await response.text()}`)
  const [name, value] = response.headers.get('set-cookie').split(';')[0].split('=')
  return { name, value, url: address }
}

export async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'dais-e2e-'))
  const options = ['serve', '--data', join(folder, 'data'), '--port', '0', '--links']
  const server = spawn(program, [...options, '--demo', join(root, 'deploy/demo/11msp.json')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const { address, links } = await started(server)
  const sessions = {}
  for (const role of roles) sessions[role] = await session(address, links[role])
  process.env.DAIS_E2E = JSON.stringify({ address, sessions })
  return async () => {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

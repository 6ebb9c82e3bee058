// A browser on the server of the tests, as any role, with its network in the test's hand.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../../client/web/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export const { address, sessions } = JSON.parse(process.env.DAIS_E2E)
export const meeting = '11msp'
/** For one test, in milliseconds: enough for a busy machine with two cores. */
export const patience = 300_000
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const launch = () =>
  chromium.launch({ executablePath: process.env.DAIS_CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', ...quiet] })

/** Runs before the page's own script: `wire.block(true)` cuts every WebSocket and lets no new one open. */
function holdTheWire() {
  const Real = window.WebSocket
  const open = new Set()
  let blocked = window.sessionStorage.getItem('blocked') === 'yes'
  window.WebSocket = class {
    constructor(...given) {
      if (!blocked) {
        const socket = new Real(...given)
        open.add(socket)
        return socket
      }
      setTimeout(() => this.onclose?.({ code: 1006, reason: '' }), 10)
    }
    send() {}
    close() {}
  }
  window.wire = {
    block(on) {
      blocked = on
      window.sessionStorage.setItem('blocked', on ? 'yes' : 'no')
      if (on) for (const socket of open) socket.close()
      open.clear()
    },
  }
}

/** A page as `role` ("public" for nobody); `shell`: the browser keeps the app itself, as it does outside of tests. */
export async function visit(browser, { role = 'public', lang = 'en', dark = false, width = 1280, height = 800, shell = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang,
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Europe/Zurich',
    serviceWorkers: shell ? 'allow' : 'block',
    baseURL: address,
  })
  if (role !== 'public') await context.addCookies([sessions[role]])
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  await page.addInitScript(holdTheWire)
  page.broken = []
  page.on('pageerror', (error) => page.broken.push(error.message))
  return page
}

/** One request as a role, past the screens. */
export async function rpc(role, method, params) {
  const { name, value } = sessions[role]
  const response = await fetch(`${address}/rpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `${name}=${value}`, origin: address },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const { result, error } = await response.json()
  if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
  return result
}

let next = Date.now()
export const command = (role, method, params) => rpc(role, method, { meeting, command_id: `e2e-${next++}`, ...params })

/** A new account with one role in the meeting, and the address of a one-time link for it. */
export async function newcomer(name, role) {
  const { account } = await rpc('secretariat', 'accounts.add', {
    command_id: `e2e-${next++}`,
    details: { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`, language: 'en' },
    roles: [{ role, meeting }],
  })
  const { token } = await rpc('secretariat', 'accounts.make_link', { account })
  return { account, link: `/link/${token}` }
}

/** What axe finds wrong on a page, as lines that can be read. */
export async function wrongIn(page) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

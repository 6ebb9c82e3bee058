import { command, launch, meeting, newcomer, patience, rpc, visit } from './support/browser.mjs'

let browser
beforeAll(async () => (browser = await launch()))
afterAll(() => browser.close())

async function openAgenda(options) {
  const page = await visit(browser, options)
  await page.goto(`/m/${meeting}/agenda`)
  await page.locator('main [data-row]').first().waitFor()
  return page
}

const rowOf = (page, number) => page.locator('main [data-row]', { has: page.locator(`.agenda-number:text-is("${number}")`) })

async function itemId(page, number) {
  return (await rowOf(page, number).getAttribute('href')).split('/').at(-1)
}

test('an item that is opened in one browser is open in another, and on the wall', async () => {
  const desk = await openAgenda({ role: 'secretariat' })
  const phone = await openAgenda({ role: 'delegate', width: 360, height: 740 })
  const wall = await visit(browser, { role: 'display' })
  await wall.goto(`/screen/${meeting}`)

  await rowOf(desk, '2').click()
  await desk.getByRole('button', { name: 'Open item 2' }).click()
  await rowOf(phone, '2').getByText('Open', { exact: true }).waitFor()
  await phone.locator('header .now').getByText('Item 2').waitFor()
  await wall.locator('.wall-number').getByText('2', { exact: true }).waitFor()

  await desk.getByRole('button', { name: 'Close item 2' }).click()
  await rowOf(phone, '2').getByText('Closed', { exact: true }).waitFor()
  await desk.getByRole('button', { name: 'Undo' }).click()
  await rowOf(phone, '2').getByText('Open', { exact: true }).waitFor()
  expect([...desk.broken, ...phone.broken, ...wall.broken]).toEqual([])
}, patience)

test('a document with its file is on a delegate’s screen as soon as it is published', async () => {
  const phone = await visit(browser, { role: 'delegate', width: 360, height: 740 })
  await phone.goto(`/m/${meeting}/documents`)
  await phone.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
  const desk = await visit(browser, { role: 'secretariat' })
  await desk.goto(`/m/${meeting}/documents/new`)
  await desk.getByLabel('Title (English)').fill('Statement of the coordinators')
  await desk.getByRole('button', { name: /Kind/ }).last().click()
  await desk.getByRole('option', { name: 'Statement', exact: true }).click()
  await desk.locator('form').getByRole('button', { name: 'Create a document' }).click()
  await desk.getByRole('heading', { level: 2, name: /Statement of the coordinators/ }).waitFor()

  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  await desk.locator('input[type=file]').setInputFiles({ name: 'statement_E.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) })
  await desk.getByRole('button', { name: 'Publish in 1 language' }).click()

  await phone.getByText('Statement of the coordinators').waitFor()
  const file = phone.locator('li', { hasText: 'Statement of the coordinators' }).getByRole('link', { name: 'English' })
  const answer = await phone.request.get(await file.getAttribute('href'))
  expect(answer.status()).toBe(200)
  expect((await answer.body()).toString()).toBe(pdf)
  expect([...desk.broken, ...phone.broken]).toEqual([])
}, patience)

test('a lost connection is shown after a moment, and what was missed is caught up', async () => {
  const page = await openAgenda({ role: 'delegate' })
  const item = await itemId(page, '3')
  await page.route(/\/(rpc|events)(\?|$)/, (route) => route.abort())
  await page.evaluate(() => window.wire.block(true))
  await page.getByText(/^No connection\. You see the state of/).waitFor()
  await command('secretariat', 'agenda.open', { item })
  expect(await rowOf(page, '3').getByText('Open', { exact: true }).count()).toBe(0)
  await page.evaluate(() => window.wire.block(false))
  await page.unroute(/\/(rpc|events)(\?|$)/)
  await rowOf(page, '3').getByText('Open', { exact: true }).waitFor()
  await page.getByText('Connected', { exact: true }).waitFor()
}, patience)

test('a reload without a network shows the agenda and says how old it is; back online it catches up', async () => {
  const page = await openAgenda({ role: 'delegate', width: 360, height: 740, shell: true })
  const item = await itemId(page, '8')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await kept(page, `${meeting} agenda`)

  await page.context().setOffline(true)
  await page.reload()
  await rowOf(page, '8').waitFor()
  await page.getByText(/^No connection\. You see the state of \d\d:\d\d;/).waitFor()
  await command('secretariat', 'agenda.open', { item })
  expect(await rowOf(page, '8').getByText('Open', { exact: true }).count()).toBe(0)
  await page.goto(`/m/${meeting}/participants`)
  await page.getByText('This is not kept on this device.').waitFor()
  await page.goto(`/m/${meeting}/agenda`)
  await rowOf(page, '8').waitFor()

  await page.context().setOffline(false)
  await rowOf(page, '8').getByText('Open', { exact: true }).waitFor()
  await page.getByText(/^No connection\./).waitFor({ state: 'detached' })
  await command('secretariat', 'agenda.close', { item })
  expect(page.broken).toEqual([])
}, patience)

test('what was kept of an account is erased when it signs out', async () => {
  const { link } = await newcomer('Leaving Soon', 'president')
  const page = await visit(browser)
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: /Eleventh Meeting/ }).waitFor()
  await page.goto(`/m/${meeting}/documents`)
  await kept(page, `${meeting} documents@participants`)
  await page.goto('/more')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are not signed in.').waitFor()
  await kept(page, `${meeting} documents@participants`, false)
}, patience)

/** Waits until the browser keeps a topic, or no longer does. */
async function kept(page, key, wanted = true) {
  const keys = () =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('dais-kept')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const asked = opening.result.transaction('topics').objectStore('topics').getAllKeys()
            asked.onsuccess = () => resolve(asked.result)
          }
        }),
    )
  await vi.waitUntil(async () => (await keys()).includes(key) === wanted, { timeout: 30_000, interval: 200 })
}

test('a command given without a connection waits, goes out by itself and is done once', async () => {
  const page = await openAgenda({ role: 'secretariat' })
  await rowOf(page, '4').click()
  const button = page.getByRole('button', { name: 'Open item 4' })
  await button.waitFor()
  await page.route(/\/(rpc|events)(\?|$)/, (route) => route.abort())
  await page.evaluate(() => window.wire.block(true))
  await page.getByText(/^No connection\. You see the state of/).waitFor()
  await button.click()
  await page.getByText('1 change waits to be sent').waitFor()
  await page.evaluate(() => window.wire.block(false))
  await page.unroute(/\/(rpc|events)(\?|$)/)
  await page.getByText('Item 4 is open.').waitFor()
  await rowOf(page, '4').getByText('Open', { exact: true }).waitFor()
}, patience)

test('where WebSocket is blocked the app goes over to events, and stays live', async () => {
  const page = await visit(browser, { role: 'delegate' })
  await page.addInitScript(() => window.wire.block(true))
  const streams = []
  page.on('request', (request) => request.url().includes('/events?') && streams.push(request.url()))
  await page.goto(`/m/${meeting}/agenda`)
  await page.locator('main [data-row]').first().waitFor()
  expect(streams.length).toBeGreaterThan(0)
  const item = await itemId(page, '5')
  await command('secretariat', 'agenda.open', { item })
  await rowOf(page, '5').getByText('Open', { exact: true }).waitFor()
  await command('secretariat', 'agenda.close', { item })
  await rowOf(page, '5').getByText('Closed', { exact: true }).waitFor()
  expect(page.broken).toEqual([])
}, patience)

test('who edits what somebody else has changed meanwhile sees both, and chooses', async () => {
  const page = await openAgenda({ role: 'secretariat' })
  const item = await itemId(page, '6')
  await rowOf(page, '6').click()
  await page.getByRole('button', { name: 'Change number or title' }).click()
  await page.locator('.detail').getByLabel('Title (English)').fill('Mine')
  const { items } = await agendaState()
  const { version, title } = items[item]
  await command('secretariat', 'agenda.change', { item, version, number: '6', title: { ...title, en: 'Theirs' } })
  await page.getByText('Somebody changed this while you were editing.').waitFor()
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await rowOf(page, '6').getByText('Mine').waitFor()
}, patience)

/** The agenda as a stream of events gives it. */
async function agendaState() {
  const page = await visit(browser)
  await page.goto('/more')
  const state = await page.evaluate(
    (name) =>
      new Promise((resolve) => {
        const stream = new EventSource(`/events?meeting=${name}&topics=agenda&since=-`)
        stream.onmessage = ({ data }) => {
          const { method, params } = JSON.parse(data)
          if (method !== 'snapshot') return
          stream.close()
          resolve(params.state)
        }
      }),
    meeting,
  )
  await page.context().close()
  return state
}

test('a draft of a form is there again after a reload', async () => {
  const page = await visit(browser, { role: 'secretariat' })
  await page.goto(`/m/${meeting}/notices`)
  await page.getByLabel('Notice (English)').fill('Lunch is at one.')
  await page.reload()
  expect(await page.getByLabel('Notice (English)').inputValue()).toBe('Lunch is at one.')
  await page.getByRole('button', { name: 'Throw it away' }).click()
  expect(await page.getByLabel('Notice (English)').inputValue()).toBe('')
  expect((await rpc('secretariat', 'sessions.who_am_i', {})).roles.length).toBeGreaterThan(0)
}, patience)

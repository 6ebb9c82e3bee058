import { address, command, launch, meeting, newcomer, patience, rpc, visit } from './support/browser.mjs'

let browser
beforeAll(async () => (browser = await launch()))
afterAll(() => browser.close())

const places = (page) => page.locator('nav.side-bar a.place .label').allTextContents()

test('without an account one sees the agenda and the public documents, and is asked to sign in for the rest', async () => {
  const page = await visit(browser)
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: /Eleventh Meeting/ }).waitFor()
  expect(await places(page)).toEqual(['Today', 'Agenda', 'Documents', 'More'])
  await page.goto(`/m/${meeting}/documents`)
  await page.getByText('CCM/MSP/2023/1', { exact: true }).first().waitFor()
  await page.goto(`/m/${meeting}/participants`)
  await page.getByText('Sign in to see this.').waitFor()
  expect(page.broken).toEqual([])
}, patience)

const seen = {
  secretariat: ['Today', 'Agenda', 'Documents', 'Registrations', 'Participants', 'Sponsorship', 'Notices', 'Accounts', 'Meetings', 'More'],
  president: ['Today', 'Agenda', 'Documents', 'Participants', 'More'],
  committee: ['Today', 'Agenda', 'Documents', 'Sponsorship', 'More'],
  focal_point: ['Today', 'Agenda', 'Documents', 'Delegation', 'Participants', 'More'],
  delegate: ['Today', 'Agenda', 'Documents', 'Delegation', 'Participants', 'More'],
}

test.each(Object.keys(seen))('the %s finds exactly the places that are theirs', async (role) => {
  const page = await visit(browser, { role })
  await page.goto(`/m/${meeting}`)
  await page.getByRole('heading', { level: 1, name: /Eleventh Meeting/ }).waitFor()
  expect(await places(page)).toEqual(seen[role])
  expect(page.broken).toEqual([])
}, patience)

test('the president opens an item, and closes it from Today', async () => {
  const page = await visit(browser, { role: 'president', width: 360, height: 740 })
  await page.goto(`/m/${meeting}/agenda`)
  await page.locator('main [data-row]', { has: page.locator('.agenda-number:text-is("7")') }).click()
  await page.getByRole('button', { name: 'Open item 7' }).click()
  await page.locator('header .now').getByText('Item 7').waitFor()
  await page.goto(`/m/${meeting}`)
  await page.getByRole('button', { name: 'Close item 7' }).click()
  await page.getByText('Item 7 is closed.').waitFor()
  expect(page.broken).toEqual([])
}, patience)

test('a room display is led to the wall', async () => {
  const page = await visit(browser, { role: 'display' })
  await page.goto('/')
  await page.locator('main.wall').waitFor()
}, patience)

test('a one-time link signs in once, and says what to do when it is spent', async () => {
  const { link } = await newcomer('Linked Person', 'committee')
  const page = await visit(browser)
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: /Eleventh Meeting/ }).waitFor()
  await page.goto('/more')
  await page.getByText('Linked Person').waitFor()

  const again = await visit(browser)
  await again.goto(link)
  await again.getByRole('alert').waitFor()
  expect(await again.getByRole('alert').textContent()).toMatch(/link/i)
}, patience)

test('a wrong password is refused in words, with the focus on the summary', async () => {
  const page = await visit(browser)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill('nobody@example.org')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  expect(await page.evaluate(() => document.activeElement.getAttribute('role'))).toBe('alert')
}, patience)

test('back, reload and a sent address lead to the same screen', async () => {
  const page = await visit(browser, { role: 'secretariat' })
  await page.goto(`/m/${meeting}/agenda`)
  await page.locator('main [data-row]').nth(2).click()
  const sent = page.url()
  expect(sent).toMatch(/\/agenda\/.+/)
  const heading = await page.locator('.detail h2').textContent()
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe(`/m/${meeting}/agenda`)
  await page.goForward()
  await page.reload()
  expect(await page.locator('.detail h2').textContent()).toBe(heading)
  const other = await visit(browser)
  await other.goto(sent.replace(address, ''))
  expect(await other.locator('.detail h2').textContent()).toBe(heading)
}, patience)

test('the keys of the desk lead to places, rows and their own list', async () => {
  const page = await visit(browser, { role: 'secretariat' })
  await page.goto(`/m/${meeting}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor()
  await page.locator('main [data-row]').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await page.evaluate(() => [...document.querySelectorAll('main [data-row]')].indexOf(document.activeElement))).toBe(1)
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}, patience)

test('a registration is filled in, submitted, returned with a reason, submitted again and approved', async () => {
  const { delegation } = await ownDelegation()
  const focal = await visit(browser, { role: 'focal_point', width: 360, height: 740 })
  await focal.goto(`/m/${meeting}/delegation/${delegation}/member/new`)
  await focal.getByLabel('Name', { exact: true }).fill('Ana Muestra')
  await focal.getByRole('button', { name: 'Add a member' }).click()
  await focal.getByRole('link', { name: /Ana Muestra/ }).first().waitFor()
  await focal.getByRole('button', { name: 'Submit the delegation for approval' }).click()
  await focal.getByText('Submitted; the secretariat is looking at it.').waitFor()

  const desk = await visit(browser, { role: 'secretariat' })
  await desk.goto(`/m/${meeting}/registrations/${delegation}`)
  await desk.getByRole('button', { name: 'Return with a reason' }).first().click()
  await desk.getByRole('textbox', { name: 'Reason' }).fill('Please give the e-mail address of Ms Muestra.')
  await desk.locator('form').getByRole('button', { name: 'Return with a reason' }).click()
  await focal.getByText('Please give the e-mail address of Ms Muestra.').waitFor()

  await focal.getByRole('button', { name: 'Submit the delegation for approval' }).click()
  await desk.getByRole('button', { name: 'Approve the delegation' }).click()
  await focal.getByText('Approved.').first().waitFor()
  expect([...focal.broken, ...desk.broken]).toEqual([])
}, patience)

async function ownDelegation() {
  const { roles } = await rpc('focal_point', 'sessions.who_am_i', {})
  return roles.find((grant) => grant.role === 'focal_point')
}

test('the committee reads who applies by name, also where nobody of the delegation is approved yet', async () => {
  const delegation = 'ALB'
  const details = { name: 'Ana Muestra', title: 'Ms', function: '', category: 'head', gender: 'female', email: 'ana@example.org', language: 'en', fields: {} }
  const { member } = await command('secretariat', 'registration.add_member', { delegation, details })
  await command('secretariat', 'sponsorship.apply', {
    delegation,
    member,
    details: { extent: 'whole', reason: 'Presents the report on clearance.', survivor: false, companion: false },
  })
  const page = await visit(browser, { role: 'committee' })
  await page.goto(`/m/${meeting}/sponsorship`)
  await page.locator('[data-row]', { hasText: 'Ana Muestra' }).getByText('Albania', { exact: true }).waitFor()
  expect(page.broken).toEqual([])
}, patience)

test('a notice is on open screens at once, and can be withdrawn', async () => {
  const reader = await visit(browser, { width: 360, height: 740 })
  await reader.goto(`/m/${meeting}`)
  await reader.getByRole('heading', { level: 2, name: 'Notices' }).waitFor()
  const { notice } = await command('secretariat', 'notices.post', { text: { en: 'Room XXIV is closed.' }, to: {} })
  await reader.getByText('Room XXIV is closed.').waitFor()
  await command('secretariat', 'notices.withdraw', { notice })
  await reader.getByText('Room XXIV is closed.').waitFor({ state: 'detached' })
}, patience)

test('who is signed out elsewhere is shown what is public', async () => {
  const { account, link } = await newcomer('Short Stay', 'committee')
  const page = await visit(browser)
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: /Eleventh Meeting/ }).waitFor()
  expect(await places(page)).toContain('Sponsorship')
  const { sessions } = await rpc('secretariat', 'sessions.list', { account })
  for (const { id } of sessions) await rpc('secretariat', 'sessions.revoke', { session: id })
  await page.locator('header').getByRole('link', { name: 'Sign in' }).waitFor()
  expect(await places(page)).not.toContain('Sponsorship')
}, patience)

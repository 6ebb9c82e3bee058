// From lots to an accepted award: the committee, its second member, the secretariat and the focal point, each at their screens.
import { command, launch, meeting, newcomer, patience, rpc, visit, wrongIn } from './support/browser.mjs'

const here = (rest) => `/m/${meeting}${rest}`
let browser
beforeAll(async () => (browser = await launch()))
afterAll(() => browser.close())

/** Everything is there and nothing was thrown; waits for words. */
const see = (page, text) => page.getByText(text, { exact: false }).first().waitFor()
const press = (page, name) => page.getByRole('button', { name, exact: true }).click()

async function drawLots(page) {
  await page.goto(here('/sponsorship/terms'))
  await page.getByLabel('Public randomness').fill('Lottery of the day: 3 9 17 22 31 40')
  await press(page, 'Draw the lots')
  await see(page, 'Lottery of the day')
}

async function saveScenario(page, name) {
  await page.goto(here('/sponsorship/workbench'))
  await see(page, 'in turn order')
  await press(page, 'Save as a new scenario')
  await page.getByLabel('Name of the new scenario').fill(name)
  await press(page, 'Save as a new scenario')
  await page.waitForURL(/workbench\/./)
}

async function approve(page) {
  await page.goto(here('/sponsorship/decision'))
  await press(page, 'Approve this result')
  await see(page, 'Your approval is recorded.')
}

test(
  'applications become an award that is accepted, and nobody can approve twice',
  async () => {
    const committee = await visit(browser, { role: 'committee' })
    await drawLots(committee)
    await saveScenario(committee, 'As published')
    await committee.reload()
    await see(committee, 'in turn order')
    expect(await wrongIn(committee)).toEqual([])
    await committee.goto(here('/sponsorship/decision'))
    await press(committee, 'Propose the scenario')
    await see(committee, 'Nobody has approved this yet.')
    await press(committee, 'Approve this result')
    await see(committee, 'Somebody else has to give the second approval.')
    expect(await committee.getByRole('button', { name: 'Approve this result' }).isEnabled().catch(() => false)).toBe(false)
    await committee.reload()
    await see(committee, 'Somebody else has to give the second approval.')
    expect(await wrongIn(committee)).toEqual([])

    const second = await visit(browser)
    await second.goto((await newcomer('Second Member', 'committee')).link)
    await second.waitForURL((url) => !url.pathname.startsWith('/link'))
    await approve(second)

    const secretariat = await visit(browser, { role: 'secretariat' })
    await secretariat.goto(here('/sponsorship/decision'))
    await press(secretariat, 'Notify everybody')
    await see(secretariat, 'To confirm, type the number of new awards')
    const said = await secretariat.getByRole('alert').first().textContent()
    const awards = /\d+/.exec(said)?.[0]
    await secretariat.getByLabel('To confirm, type the number of new awards').fill(awards)
    await press(secretariat, 'Notify everybody')
    await secretariat.waitForURL(/awards/)

    const { applications } = await topic('secretariat', 'sponsorship@committee')
    const granted = Object.entries(applications).filter(([, a]) => a.award?.state === 'notified')
    expect(granted.length).toBe(Number(awards))
    const [id, { delegation, member }] = granted[0]
    const letter = await secretariat.request.get(`/exports/${meeting}/letter-${id}.pdf`)
    expect(letter.status()).toBe(200)
    expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const stranger = await visit(browser, { role: 'president' })
    expect((await stranger.request.get(`/exports/${meeting}/letter-${id}.pdf`)).status()).toBe(404)

    const { token } = await rpc('secretariat', 'accounts.make_link', {
      account: (
        await rpc('secretariat', 'accounts.add', {
          command_id: 'e2e-focal-point-of-award',
          details: { name: 'Focal Point', email: 'focal.point.of.award@example.org', language: 'en' },
          roles: [{ role: 'focal_point', meeting, delegation }],
        })
      ).account,
    })
    const focal = await visit(browser, { width: 360, height: 740 })
    await focal.goto(`/link/${token}`)
    await focal.waitForURL((url) => !url.pathname.startsWith('/link'))
    await focal.goto(here(`/delegation/${delegation}/sponsorship/${member}`))
    await see(focal, 'Accept the award')
    expect(await wrongIn(focal)).toEqual([])
    await focal.getByRole('button', { name: 'Accept the award' }).first().click()
    await see(focal, 'Award accepted')
    const after = (await topic('secretariat', 'sponsorship@committee')).applications
    expect(Object.values(after).filter((a) => a.award?.state === 'accepted').map((a) => a.delegation)).toEqual([delegation])
    for (const page of [committee, second, secretariat, focal]) expect(page.broken).toEqual([])
  },
  patience,
)

/** The state of a topic, as server-sent events give it. */
async function topic(role, name) {
  const { address, sessions } = JSON.parse(process.env.DAIS_E2E)
  const stop = new AbortController()
  const response = await fetch(`${address}/events?meeting=${meeting}&topics=${encodeURIComponent(name)}&since=-`, {
    headers: { cookie: `${sessions[role].name}=${sessions[role].value}` },
    signal: stop.signal,
  })
  let text = ''
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    text += piece
    const found = /data: (\{"[^\n]*"state":[^\n]*)\n/.exec(text)
    if (found === null) continue
    stop.abort()
    const message = JSON.parse(found[1])
    return (message.params ?? message).state
  }
  throw new Error('the topic did not come')
}

test(
  'a focal point applies on a phone and sees what is missing',
  async () => {
    await command('secretariat', 'registration.add_member', {
      delegation: 'AFG',
      details: {
        name: 'Nemuna Mesal',
        title: 'Ms.',
        function: 'Adviser',
        category: 'adviser',
        gender: 'female',
        language: 'en',
        fields: { speaks: 'en' },
      },
    })
    const page = await visit(browser, { role: 'focal_point', width: 360, height: 740 })
    await page.goto(here('/delegation'))
    await page.locator('a[href*="/sponsorship/"]', { hasText: 'Nemuna Mesal' }).click()
    await page.getByLabel('Why it is needed').fill('Clears land and cannot pay the journey.')
    await press(page, 'Apply for sponsorship')
    await see(page, 'The application is with the committee.')
    expect(page.broken).toEqual([])
  },
  patience,
)

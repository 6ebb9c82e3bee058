// Every screen, as whoever uses it: axe finds nothing, nothing is wider than the window, and the direction is right.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch, meeting, patience, visit, wrongIn } from './support/browser.mjs'

const here = (rest) => `/m/${meeting}${rest}`
const screens = [
  ['public', here('')],
  ['public', here('/agenda')],
  ['public', here('/documents')],
  ['public', here('/sponsorship-terms')],
  ['public', '/sign-in'],
  ['public', '/more'],
  ['public', '/nowhere'],
  ['delegate', here('/delegation')],
  ['focal_point', here('')],
  ['focal_point', here('/delegation')],
  ['focal_point', here('/delegation/AFG/member/new')],
  ['focal_point', here('/participants')],
  ['secretariat', here('/agenda')],
  ['secretariat', here('/agenda?view=programme')],
  ['secretariat', here('/agenda-versions')],
  ['secretariat', here('/documents/agenda')],
  ['secretariat', here('/documents/new')],
  ['secretariat', here('/registrations/AFG')],
  ['secretariat', here('/sponsorship')],
  ['secretariat', here('/sponsorship/terms')],
  ['secretariat', here('/notices')],
  ['secretariat', '/accounts/new'],
  ['secretariat', '/meetings'],
  ['secretariat', '/more'],
  ['committee', here('/sponsorship')],
  ['committee', here('/sponsorship/workbench')],
  ['committee', here('/sponsorship/compare')],
  ['committee', here('/sponsorship/decision')],
  ['committee', here('/sponsorship/awards')],
  ['committee', here('/sponsorship/terms')],
  ['display', `/screen/${meeting}`],
]
const sizes = [
  [360, 740],
  [1280, 800],
]
const languages = (process.env.DAIS_E2E_LANGUAGES ?? 'en,ar').split(',')
const shots = process.env.DAIS_SHOTS
if (shots !== undefined) mkdirSync(shots, { recursive: true })

let browser
beforeAll(async () => (browser = await launch()))
afterAll(() => browser.close())

async function look(page, name, width) {
  const found = await wrongIn(page)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: width < 500 })
  return [...found, ...(wider > 0 ? [`${wider} px wider than the window`] : []), ...page.broken].map((what) => `${name}: ${what}`)
}

test.each(screens)('%s at %s can be used by everyone', async (role, path) => {
  const wrong = []
  for (const lang of languages) {
    for (const [width, height] of sizes) {
      const page = await visit(browser, { role, lang, width, height })
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        // The second scheme is switched to in place, as the evening does it; its colours are there two frames later.
        if (scheme === 'light') {
          await page.goto(path)
          // Chromium leaves rows that it skips in their old colours until they scroll into view; here every row is in view.
          await page.addStyleTag({ content: '.windowed > * { content-visibility: visible !important }' })
        }
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.locator('.skeleton').waitFor({ state: 'detached' })
        await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, scheme)
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
        expect(await page.evaluate(() => document.documentElement.dir)).toBe(lang === 'ar' ? 'rtl' : 'ltr')
        wrong.push(...(await look(page, `${role}${path.replaceAll(/[/?=]/g, '_')}-${lang}-${width}-${scheme}`, width)))
      }
      await page.context().close()
    }
  }
  expect(wrong).toEqual([])
}, patience)

// After `vite build`: writes the service worker, .br and .gz beside every compressible file, and fails when the first view
// outgrows its budget.
import { createHash } from 'node:crypto'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const first_view_budget = 180 * 1024
const out = process.env.DAIS_WEB_OUT ?? fileURLToPath(new URL('../../../build/web', import.meta.url))
const compressible = /\.(html|js|css|json|svg|webmanifest|txt)$/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const brotli_options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

async function files_under(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? files_under(path) : [path]
    }),
  )
  return nested.flat()
}

async function compress(path) {
  const bytes = await readFile(path)
  const [br, gz] = await Promise.all([brotli(bytes, brotli_options), zip(bytes, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
  return [relative(out, path), gz.length]
}

// The script of the first view on a phone: the entry and the route of Today, each with all that it imports statically,
// and one catalogue of messages.
function first_view(manifest) {
  const wanted = new Set()
  const take = (key) => {
    if (wanted.has(key)) return
    wanted.add(key)
    for (const next of manifest[key]?.imports ?? []) take(next)
  }
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry || /features\/today\/index\.tsx$/.test(key) || /messages\/(web|errors)\/en\.json$/.test(key)) take(key)
  }
  return [...wanted].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
}

// The addresses that are screens of the app: see src/app/routes.tsx.
const pages = String.raw`/^\/($|m\/|sign-in|link\/|more|accounts|meetings$|screen)/`

// What few people look at, and never without a connection: no browser fetches it before.
const not_kept = /^\/assets\/plot-/

async function write_service_worker() {
  const all = (await files_under(out)).map((path) => `/${relative(out, path)}`).filter((path) => !not_kept.test(path))
  const files = ['/', ...all.filter((path) => path !== '/index.html').sort()]
  const index = await readFile(join(out, 'index.html'))
  const version = createHash('sha256').update(index).update(files.join()).digest('hex').slice(0, 12)
  const template = await readFile(new URL('service_worker.js', import.meta.url), 'utf8')
  const text = template
    .replace('__FILES__', JSON.stringify(files))
    .replace('__VERSION__', version)
    .replace('__PAGES__', pages)
  await writeFile(join(out, 'sw.js'), text)
}

const manifest_path = join(out, '.vite', 'manifest.json')
const manifest = JSON.parse(await readFile(manifest_path, 'utf8'))
await rm(join(out, '.vite'), { recursive: true })

await write_service_worker()
const sizes = new Map(await Promise.all((await files_under(out)).filter((f) => compressible.test(f)).map(compress)))
const spent = first_view(manifest).reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0)
const kib = (n) => `${(n / 1024).toFixed(1)} KiB`
console.log(`first view: ${kib(spent)} of script with gzip, of ${kib(first_view_budget)} allowed`)
if (spent > first_view_budget) {
  console.error('The first view is over its budget: load less of it eagerly, or take something out.')
  process.exit(1)
}

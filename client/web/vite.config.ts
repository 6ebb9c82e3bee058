import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// React Aria's own strings come in over thirty languages; the product speaks six.
const only_our_languages: Plugin = {
  name: 'only-our-languages',
  load(id) {
    const locale = /\/intl\/[^/]+\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1]
    if (locale !== undefined && !/^(en-US|fr-FR|es-ES|ru-RU|zh-CN|ar-AE)$/.test(locale)) return 'export default {}'
    return undefined
  },
}

/** Names the shapes of the wire that this app knows: what a browser keeps in others is not shown. */
function shapes(): string {
  const types = here('src/generated/types.ts')
  return existsSync(types) ? createHash('sha256').update(readFileSync(types)).digest('hex').slice(0, 12) : ''
}

export default defineConfig({
  base: '/',
  plugins: [only_our_languages],
  resolve: { alias: { '#messages': here('../../messages') } },
  define: { 'import.meta.env.VITE_SHAPES': JSON.stringify(shapes()) },
  build: {
    outDir: process.env.DAIS_WEB_OUT ?? here('../../build/web'),
    emptyOutDir: true,
    target: 'es2020',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    fs: { allow: [here('.'), here('../../messages')] },
    proxy: {
      '/live': { target: process.env.DAIS_SERVER ?? 'http://127.0.0.1:8080', ws: true },
      '^/(rpc|events|documents|upload|session|export)': process.env.DAIS_SERVER ?? 'http://127.0.0.1:8080',
    },
  },
  test: { include: ['tests/**/*.test.ts', 'src/**/*.test.ts'], environment: 'node' },
})

/**
 * `node scripts/run-built.mjs SCRIPT.ts [ARGUMENT…]` runs a script as the product runs, built into one file. What measures
 * speed starts here: the loader that runs TypeScript as it stands gives each function its name anew whenever one is made,
 * which takes as long as reading a text does.
 */
import { spawnSync } from 'node:child_process'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const [script, ...args] = process.argv.slice(2)
const name = `${basename(script, '.ts')}.mjs`
const folder = join(ROOT, '.cache/built')
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: resolve(script),
    outDir: folder,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: name, chunkFileNames: `[name]-${name}` } },
  },
})
const { status } = spawnSync(process.execPath, [join(folder, name), ...args], { stdio: 'inherit' })
process.exitCode = status ?? 1

/**
 * Builds the page (`dist/ui`) and the command (`dist/cli.js`), unless they are those of the sources as they are now;
 * `--force` builds in any case. `npm ci`, `npm start` and `npm test` all come here: none works with an old build, and a
 * second start need not wait.
 */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const DIST = join(ROOT, 'dist')
const COMMAND = join(DIST, 'cli.js')
const PAGE = join(DIST, 'ui/index.html')
/** Fingerprint of the sources that `dist` was built from; there only when the build was completed. */
const STAMP = join(DIST, '.sources')

/** Whatever changes what is built; the lock file stands for the packages. */
const SOURCES = [
  'src',
  'scripts/build.mjs',
  'vite.config.ts',
  'vite.cli.config.ts',
  'package.json',
  'package-lock.json',
]
/** What decides which facts are read in a text, besides the files in `data`. */
const RULES = ['src/model', 'src/nlp', 'src/extract', 'src/pipeline.ts']

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesAt).sort())
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(ROOT, path)))
        .digest(),
    )
  return hash.digest('hex')
}

function filesAt(path) {
  const full = join(ROOT, path)
  return statSync(full).isDirectory() ? readdirSync(full).flatMap((name) => filesAt(`${path}/${name}`)) : [path]
}

const isBuilt = (sources) =>
  [COMMAND, PAGE, STAMP].every((file) => existsSync(file)) && readFileSync(STAMP, 'utf8') === sources

async function importVite() {
  try {
    return await import('vite')
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    if (existsSync(COMMAND)) process.exit(0)
    process.stderr.write('Dragoman cannot be built without its development packages: run npm ci without --omit=dev.\n')
    process.exit(1)
  }
}

const sources = fingerprint(SOURCES)
if (process.argv.includes('--force') || !isBuilt(sources)) {
  const { build } = await importVite()
  rmSync(STAMP, { force: true })
  mkdirSync(DIST, { recursive: true })
  // The page's settings name its folder as seen from here.
  process.chdir(ROOT)
  await build({ logLevel: 'warn', configFile: join(ROOT, 'vite.config.ts') })
  await build({
    logLevel: 'warn',
    configFile: join(ROOT, 'vite.cli.config.ts'),
    define: { __RULES__: JSON.stringify(fingerprint(RULES).slice(0, 12)), __BUILD__: JSON.stringify(sources) },
  })
  chmodSync(COMMAND, 0o755)
  // Sources that changed meanwhile are built the next time.
  writeFileSync(STAMP, sources)
}

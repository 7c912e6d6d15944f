/**
 * Finds a Chromium for the browser tests: `CHROMIUM_PATH`, else an installed Chrome or Chromium, else one that is fetched:
 * Playwright's own download, or Debian's package where that fails and the user may install it. Says so before it fetches.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge']
/** Where installers put it outside of PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const REMEDY =
  'Install Chrome or Chromium, or set CHROMIUM_PATH to the program, and run the tests again (they cannot pass without one).'

/**
 * @returns path of an executable
 * @throws with the remedy when none is there and none can be fetched
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is "${named}", which is no program that can be run. ${REMEDY}`)
  }
  return installed(environment) ?? fetched(environment) ?? fail()
}

/** What is on this machine already, Playwright's cache included. */
function installed(environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...PLACES, chromium.executablePath()].find(isProgram)
}

function fetched(environment: NodeJS.ProcessEnv): string | undefined {
  say(
    "No Chrome or Chromium is installed; fetching Playwright's Chromium for the browser tests (about 150 MB, once) ...",
  )
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  run(process.execPath, [cli, 'install', 'chromium'])
  const downloaded = chromium.executablePath()
  if (isProgram(downloaded) && starts(downloaded)) return downloaded
  if (!isDebianRoot()) return undefined
  say("That did not give one that runs; installing Debian's chromium package (apt-get install -y chromium) ...")
  run('apt-get', ['update', '-q'])
  run('apt-get', ['install', '-y', '-q', 'chromium'])
  return installed(environment)
}

/** A browser that was downloaded may lack system libraries. */
const starts = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const run = (program: string, parameters: readonly string[]): void => {
  // Their chatter goes to standard error: standard output belongs to the tests.
  spawnSync(program, parameters, { stdio: ['ignore', 2, 2] })
}

const say = (message: string): void => {
  process.stderr.write(`${message}\n`)
}

function fail(): never {
  throw new Error(`No Chrome or Chromium is installed, and none could be fetched. ${REMEDY}`)
}

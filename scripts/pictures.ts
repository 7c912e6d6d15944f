/** Takes the README's pictures of the page with the sample texts: `npm run pictures`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PORT = 4797

interface Picture {
  readonly file: string
  readonly hash: string
  readonly isReady: (page: Page) => Promise<void>
}

const drawn = (page: Page): Promise<void> => page.locator('.stage[data-ready="true"]').waitFor()

const PICTURES: readonly Picture[] = [
  {
    file: 'explorer-light.png',
    hash: '#node=person:jimmy-carter&timeline=closed',
    isReady: async (page) => {
      await drawn(page)
      await page.locator('.quote').first().waitFor()
    },
  },
  {
    file: 'path-light.png',
    hash: '#path-from=person:jimmy-carter&path-to=person:gamal-abdel-nasser&timeline=closed',
    isReady: async (page) => {
      await drawn(page)
      await page.locator('.path-step').first().waitFor()
    },
  },
  {
    file: 'map-timeline-light.png',
    hash: '#view=map&lens=events',
    isReady: async (page) => {
      await page.getByRole('radio', { name: 'Map' }).waitFor()
      await page.locator('main svg path').first().waitFor()
    },
  },
]

async function main(): Promise<void> {
  const server = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'serve', '--samples', '--port', String(PORT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  try {
    // The first line on the standard output is the address.
    await once(server.stdout, 'data')
    for (const { file, hash, isReady } of PICTURES) {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        colorScheme: 'light',
        reducedMotion: 'reduce',
      })
      await page.goto(`http://127.0.0.1:${PORT}/${hash}`)
      await isReady(page)
      // Icons and signs come a moment after the first frame.
      await page.waitForTimeout(1500)
      await page.screenshot({ path: join(ROOT, 'docs/images', file) })
      await page.close()
    }
  } finally {
    await browser.close()
    server.kill()
  }
}

await main()

/** States of the page beside the usual one: empty, harmful texts, no WebGL, server gone, colours. */
import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Listening } from '../../src/server/listen.ts'
import { graphOf } from '../support/graphs.ts'
import { violations } from './support/axe.ts'
import { launch, openPage, untilDrawn, type WatchedPage } from './support/browser.ts'
import { coloursAround, type Point } from './support/look.ts'
import { READABLE, serve } from './support/server.ts'
import { HOSTILE_NAME, LONG_NAME, WORLD } from './support/world.ts'

const facts = graphOf(WORLD)

let full: Listening
let browser: Browser

beforeAll(async () => {
  full = await serve(WORLD)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await full?.close()
})

async function open(
  origin: string,
  hash = '',
  options: Parameters<typeof openPage>[2] = {},
  through: Browser = browser,
): Promise<WatchedPage> {
  const watched = await openPage(through, origin, options)
  onTestFinished(() => watched.page.context().close())
  await watched.page.goto(`${origin}/${hash}`)
  return watched
}

const freshServer = async (): Promise<Listening> => {
  const server = await serve([])
  onTestFinished(() => server.close())
  return server
}

async function middleOf(element: Locator): Promise<Point> {
  const { x, y, width, height } = (await element.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

describe('an empty library', () => {
  test('says what to do, and grows by a pasted text', async () => {
    const server = await freshServer()
    const { page, troubles } = await open(server.url)
    await page.getByRole('heading', { name: 'Nothing has been read yet' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('main').getByRole('button', { name: 'Add text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add text' })
    await dialog.getByRole('button', { name: 'Read it' }).click()
    await dialog.getByRole('alert').getByText('There is no text yet').waitFor()
    await dialog.getByRole('textbox', { name: 'Article' }).fill(READABLE)
    await dialog.getByRole('textbox', { name: 'Title' }).fill('A short dispatch')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Read it' }).click()
    await dialog.getByText('“A short dispatch” was read').waitFor()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('application', { name: /^Graph of 2 signs and 1 relation\./ }).waitFor()
    await untilDrawn(page)
    expect(troubles).toEqual([])
  })

  test('passes on what the reader remarks', async () => {
    const server = await freshServer()
    const { page } = await open(server.url)
    await page.getByRole('main').getByRole('button', { name: 'Add text' }).click()
    await page.getByRole('textbox', { name: 'Article' }).fill('Nothing of note.')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('The text names nobody.').waitFor()
  })

  test('grows by files that are chosen or dropped; each tells what was read in it', async () => {
    const server = await freshServer()
    const { page, troubles } = await open(server.url)
    await page.getByRole('main').getByRole('button', { name: 'Add text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add text' })
    const choosing = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choose files' }).click()
    await (await choosing).setFiles([
      { name: 'dispatch.txt', mimeType: 'text/plain', buffer: Buffer.from(READABLE) },
      { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
    ])
    await dialog.getByText('1 text read, 1 relation found in it.').waitFor()
    await dialog.getByText('picture.png is a picture, not a text.').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('application', { name: /^Graph of 2 signs and 1 relation\./ }).waitFor()

    await page.getByRole('banner').getByRole('button', { name: 'Add text' }).click()
    const dropped = await page.evaluateHandle((words) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([words], 'Ankunft.txt'))
      return transfer
    }, 'Der Minister traf am Montag in Genf die Ministerin, um mit ihr über die Grenze zu sprechen.')
    await dialog.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })
    await dialog.getByRole('button', { name: 'Open the document' }).click()
    await page.getByRole('complementary', { name: 'Details' }).getByText('Der Minister traf').first().waitFor()
    // The browser's own log of the answer that refuses the picture.
    expect(troubles.filter((trouble) => !/422/.test(trouble))).toEqual([])
  })
})

describe('text of articles', () => {
  test('is shown as text, whatever it holds', async () => {
    const key = facts.findNode((_, { label }) => label === HOSTILE_NAME)!
    const { page, troubles } = await open(full.url, `#node=${encodeURIComponent(key)}`)
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('heading', { name: HOSTILE_NAME }).waitFor()
    expect(await panel.getByText('שרה לוין').count()).toBeGreaterThan(0)
    expect(await page.locator('img').count()).toBe(0)
    await panel
      .getByRole('link', { name: /at this sentence/ })
      .first()
      .click()
    await panel.getByRole('heading', { name: '<script>document.title="taken"</script>' }).waitFor()
    expect(await page.title()).toBe('Dragoman')
    expect(troubles).toEqual([])
  })

  test('a name of 300 characters breaks no line of the page', async () => {
    const key = facts.findNode((_, { label }) => label === LONG_NAME)!
    const { page } = await open(full.url, `#node=${encodeURIComponent(key)}`)
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('heading', { name: LONG_NAME }).waitFor()
    expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  })
})

describe('without WebGL', () => {
  test('the page says so and shows the relations as a table', async () => {
    const flat = await launch('--disable-3d-apis')
    onTestFinished(() => flat.close())
    const { page, troubles } = await open(full.url, '', {}, flat)
    await page.getByText('This browser offers no WebGL').waitFor()
    await page
      .getByRole('table', { name: /^\d+ relations/ })
      .getByRole('link', { name: 'Bram Oduya' })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Bram Oduya' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(troubles).toEqual([])
  })
})

describe('without a server', () => {
  test('the page says so, and goes on by itself when it is back', async () => {
    const { page } = await open(full.url, '', {})
    await untilDrawn(page)
    await page.context().route('**/api/v1/**', (route) => route.abort('connectionrefused'))
    await page.context().route('**/healthz', (route) => route.abort('connectionrefused'))
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('link', { name: 'Ilsa Marrow' }).click()
    const banner = page.getByRole('alert').filter({ hasText: 'The page goes on as soon as it is back' })
    await banner.waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().unrouteAll()
    await banner.waitFor({ state: 'detached' })
    await panel.getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
  })

  test('the first view says so, too, and can be asked to try again', async () => {
    const { page } = await open(full.url, '', {})
    await page.context().route('**/api/v1/graph*', (route) => route.abort('connectionrefused'))
    await page.context().route('**/healthz', (route) => route.abort('connectionrefused'))
    await page.reload()
    await page.getByRole('heading', { name: 'The library did not load' }).waitFor()
    await page.context().unrouteAll()
    await page.getByRole('button', { name: 'Try again' }).click()
    await untilDrawn(page)
  })
})

describe('filters that leave nothing', () => {
  test.each(['table', 'map', 'matrix'])('say so in the %s, too, with a way back', async (screen) => {
    const { page, troubles } = await open(full.url, `#view=${screen}&when=1999-01-01..1999-12-31`)
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Take the filters away' }).click()
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor({ state: 'detached' })
    expect(troubles).toEqual([])
  })
})

describe('a server that asks for a secret word', () => {
  test('gets it from the reader, also for the export', async () => {
    const server = await serve(WORLD, { token: 'open-sesame' })
    onTestFinished(() => server.close())
    const { page } = await open(server.url)
    await page.getByRole('textbox', { name: 'Secret word' }).fill('open-sesame')
    await page.getByRole('button', { name: 'Open the library' }).click()
    await untilDrawn(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as GEXF' }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toContain('<gexf')
  })
})

describe('colours', () => {
  test('that the system forces still tell what is chosen, and of what type a sign is', async () => {
    const { page, troubles } = await open(full.url, '#node=person:ilsa-marrow', { forcedColors: 'active' })
    await untilDrawn(page)
    const backOf = (name: string): Promise<string> =>
      page
        .getByRole('radio', { name, exact: true })
        .evaluate((field) => getComputedStyle(field.nextElementSibling!).backgroundColor)
    expect(await backOf('People')).not.toBe(await backOf('Events'))
    const sign = page.getByRole('checkbox', { name: /^People/ }).locator('xpath=following-sibling::*[1]')
    const colours = await coloursAround(page, await middleOf(sign), 8)
    expect(colours).toBeGreaterThan(3)
    expect(await violations(page)).toEqual([])
    expect(troubles).toEqual([])
  })

  const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  test('follow the system until the reader chooses', async () => {
    const { page } = await open(full.url, '', { colorScheme: 'dark' })
    await untilDrawn(page)
    const dark = await paper(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => paper(page)).not.toBe(dark)
    await page.getByRole('button', { name: 'Switch to dark colours' }).click()
    await expect.poll(() => paper(page)).toBe(dark)
    await page.reload()
    await expect.poll(() => paper(page)).toBe(dark)
  })
})

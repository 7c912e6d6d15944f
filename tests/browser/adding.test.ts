/** How texts come in by themselves: a folder of the server, the samples, and what others add meanwhile. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ReadRoot } from '../../src/server/read-root.ts'
import type { OwnSources } from '../../src/server/routes/sources.ts'
import { reading } from '../support/extractions.ts'
import { violations } from './support/axe.ts'
import { untilDrawn } from './support/browser.ts'
import { READABLE } from './support/server.ts'
import { session } from './support/session.ts'
import { WORLD } from './support/world.ts'

const base = mkdtempSync(join(tmpdir(), 'dragoman-texts-'))
const write = (path: string, text: string): void => writeFileSync(join(base, path), text)
mkdirSync(join(base, 'archive/march'), { recursive: true })
write('archive/march/first.txt', READABLE)
write('archive/march/second.txt', `${READABLE} Then they went home.`)
write('archive/march/blank.txt', '  ')
write('archive/note.txt', 'Nothing of note.')
afterAll(() => rmSync(base, { recursive: true, force: true }))

const sources: OwnSources = {
  root: new ReadRoot(join(base, 'archive')),
  samples: { folders: [join(base, 'archive/march')], under: join(base, 'archive'), originOf: (path) => path },
}
const graphOf = (page: Page, signs: number) =>
  page.getByRole('application', { name: new RegExp(`^Graph of ${signs} signs`) })

describe('an empty library', () => {
  const { open, library } = session([], { sources })
  beforeEach(() => {
    for (const { id } of library().documents()) library().drop(id)
  })

  test('is filled with the samples by one click', async () => {
    const page = await open()
    await page.getByRole('main').getByRole('button', { name: 'Load 3 sample texts' }).click()
    await graphOf(page, 2).waitFor()
    await untilDrawn(page)
    expect(library().documents()).toHaveLength(2)
  })

  test('is filled from a folder that is named, step by step; each file tells what was read', async () => {
    const page = await open()
    await page.getByRole('main').getByRole('button', { name: 'Add text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add text' })
    const folders = dialog.getByRole('group', { name: 'Or read a folder of “archive”' })
    await folders.getByText('1 file to read here, and what lies in 1 folder below.').waitFor()
    await folders.getByRole('list', { name: 'Folders in it' }).getByRole('button', { name: 'march' }).click()
    await folders.getByText('3 files to read here.').waitFor()
    expect(await folders.getByRole('textbox', { name: 'Folder' }).inputValue()).toBe('march')
    expect(await violations(page)).toEqual([])
    await folders.getByRole('button', { name: 'Read the folder' }).click()
    await dialog.getByText('2 texts read, 2 relations found in them.').waitFor()
    await dialog.getByRole('alert').getByText('blank.txt is empty.').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Done' }).click()
    await graphOf(page, 2).waitFor()
    await page.getByRole('banner').getByRole('button', { name: 'Add text' }).click()
    await dialog.getByRole('textbox', { name: 'Article' }).waitFor()
  })

  test('lets one look at the graph while a folder is read, and tells when it is done', async () => {
    const page = await open()
    const bar = page.getByRole('banner')
    await page.evaluate(() => {
      // The answer about the folder does not end before the test says so.
      const ask = globalThis.fetch
      globalThis.fetch = async (input, init) => {
        const answer = await ask(input, init)
        if (init?.method !== 'POST' || !String(input).endsWith('/sources')) return answer
        const gate = new Promise<void>((goOn) => Object.assign(globalThis, { goOn }))
        return new Response(answer.body!.pipeThrough(new TransformStream({ flush: () => gate })), answer)
      }
    })
    await page.getByRole('main').getByRole('button', { name: 'Add text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add text' })
    const folders = dialog.getByRole('group', { name: 'Or read a folder of “archive”' })
    await folders.getByRole('textbox', { name: 'Folder' }).fill('march')
    await folders.getByText('3 files to read here.').waitFor()
    await folders.getByRole('button', { name: 'Read the folder' }).click()
    await dialog.getByRole('listitem').filter({ hasText: 'second.txt' }).waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Look at the graph meanwhile' }).click()
    await graphOf(page, 2).waitFor()
    await untilDrawn(page)
    expect(await violations(page)).toEqual([])
    await bar.getByRole('button', { name: 'Texts are being read' }).click()
    await dialog.getByRole('button', { name: 'Stop' }).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.evaluate(() => (globalThis as unknown as { goOn(): void }).goOn())
    await bar.getByRole('button', { name: 'Texts were read' }).click()
    await dialog.getByText('2 texts read, 2 relations found in them.').waitFor()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await bar.getByRole('button', { name: 'Add text' }).waitFor()
  })

  test('takes a folder by its name, and goes up again', async () => {
    const page = await open()
    await page.getByRole('main').getByRole('button', { name: 'Add text' }).click()
    const folders = page.getByRole('group', { name: 'Or read a folder of “archive”' })
    await folders.getByRole('textbox', { name: 'Folder' }).fill('march')
    await folders.getByText('3 files to read here.').waitFor()
    await folders.getByRole('button', { name: 'One up' }).click()
    await folders.getByText('1 file to read here').waitFor()
  })
})

describe('a library that changes elsewhere', () => {
  const { open, library } = session(WORLD)

  test('is shown as it is now; what is selected stays, and nothing moves', async () => {
    const page = await open('#node=person:bram-oduya')
    await untilDrawn(page)
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('heading', { name: 'Bram Oduya' }).waitFor()
    const place = () =>
      page
        .locator('.stage')
        .evaluate((stage) =>
          JSON.stringify(
            (stage as never as { locate: (of: object) => object }).locate({ kind: 'node', key: 'person:bram-oduya' }),
          ),
        )
    const before = await place()
    const news = reading({
      title: 'An envoy is received',
      date: '2031-06-02',
      sentences: ['Bram Oduya met Pell Iversen in June.'],
      entities: [
        { type: 'person', name: 'Bram Oduya' },
        { type: 'person', name: 'Pell Iversen' },
      ],
      relations: [{ in: 0, is: ['Bram Oduya', 'met_with', 'Pell Iversen'], date: '2031-06-02' }],
    })
    library().put(news.document, news.extraction, 'test')
    await panel.getByRole('button', { name: /met.*Pell Iversen/ }).waitFor()
    await panel.getByRole('heading', { name: 'Bram Oduya' }).waitFor()
    expect(await place()).toBe(before)
    expect(page.url()).toContain('#node=person:bram-oduya')
    library().drop(news.document.id)
    await panel.getByRole('button', { name: /met.*Pell Iversen/ }).waitFor({ state: 'detached' })
  })
})

/** Corrections on the page: each holds at once, and is taken back with one click. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Listening } from '../../src/server/listen.ts'
import { reading } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'
import { launch, openPage, untilDrawn, type WatchedPage } from './support/browser.ts'
import { serve } from './support/server.ts'
import { WORLD } from './support/world.ts'

const namesake = reading({
  sentences: ['The footballer Noor Halloran scored twice.'],
  entities: [{ type: 'person', name: 'Noor Halloran', roles: [['footballer']] }],
})
const facts = graphOf([...WORLD, namesake])

let server: Listening
let browser: Browser
let watched: WatchedPage | undefined

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  server = await serve([...WORLD, namesake])
})
afterEach(async () => {
  const seen = watched
  watched = undefined
  await seen?.page.context().close()
  await server?.close()
  expect(seen?.troubles ?? []).toEqual([])
})

async function open(hash: string): Promise<Page> {
  watched = await openPage(browser, server.url, {})
  await watched.page.goto(`${server.url}/${hash}`)
  await untilDrawn(watched.page)
  return watched.page
}
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })

test('a relation that is wrong goes, and comes back when it is undone', async () => {
  const edge = facts.findEdge(
    (_, attributes) => attributes.relation === 'accused' || attributes.relation === 'met_with',
  )!
  const page = await open(`#edge=${edge}`)
  await details(page).getByRole('button', { name: 'Wrong' }).click()
  await details(page).getByText('is wrong').waitFor()
  expect((await fetch(`${server.url}/api/v1/edges/${edge}`)).status).toBe(404)
  await details(page).getByRole('button', { name: 'Undo' }).click()
  await details(page).getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
  expect((await fetch(`${server.url}/api/v1/edges/${edge}`)).status).toBe(200)
})

test('a node is merged with the one that is selected next', async () => {
  const page = await open('#node=person:bram-oduya')
  await details(page).getByRole('button', { name: 'Correct …' }).click()
  await details(page).getByRole('button', { name: 'Merge …' }).click()
  await page.evaluate(() => {
    history.pushState(null, '', '#node=person:runa-tessaly')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await details(page).getByRole('button', { name: 'Merge with Bram Oduya' }).click()
  await details(page).getByRole('heading', { name: 'Bram Oduya' }).waitFor()
  await details(page).getByText('also').waitFor()
  expect(await (await fetch(`${server.url}/api/v1/nodes/person:runa-tessaly`)).json()).toMatchObject({
    node: { key: 'person:bram-oduya' },
  })
})

test('a suggestion is answered by keyboard', async () => {
  const page = await open('')
  const asked = details(page).getByRole('button', { name: 'Not the same N' })
  await asked.focus()
  await page.keyboard.press('n')
  await details(page).getByText('are not the same').waitFor()
  const { total } = (await (await fetch(`${server.url}/api/v1/suggestions`)).json()) as { total: number }
  expect(total).toBe(0)
})

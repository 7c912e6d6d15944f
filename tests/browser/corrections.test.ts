/** Corrections on the page: each holds at once, and is taken back with one click. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Listening } from '../../src/server/listen.ts'
import { reading } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'
import { violations } from './support/axe.ts'
import { launch, openPage, untilDrawn, type WatchedPage } from './support/browser.ts'
import { restOf } from './support/look.ts'
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

test('an answer that comes late does not bring back what was corrected', async () => {
  const page = await open('#node=person:bram-oduya')
  await details(page).getByRole('button', { name: 'Correct …' }).click()
  await details(page).getByRole('button', { name: 'Rename' }).click()
  const field = details(page).getByRole('textbox', { name: 'New name' })
  // The first question for the graph after the correction is answered as if it had been asked before, and after the second.
  const before = await (await fetch(`${server.url}/api/v1/graph?limit=2000`)).text()
  let isFirst = true
  let letGo = (): void => {}
  await page.route('**/api/v1/graph?*', async (route) => {
    if (!isFirst) return route.continue()
    isFirst = false
    await new Promise<void>((done) => {
      letGo = done
    })
    await route.fulfill({ body: before, contentType: 'application/json' })
  })
  await field.fill('Abram Oduya')
  const second = page.waitForResponse((response) => response.url().includes('/api/v1/graph?') && !isFirst)
  await field.press('Enter')
  await second
  const list = page.getByRole('navigation', { name: 'Neighbours of Abram Oduya' })
  await list.waitFor({ state: 'attached' })
  const late = page.waitForEvent('requestfinished', (request) => request.url().includes('/api/v1/graph?'))
  letGo()
  await late
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await details(page).getByRole('heading', { name: 'Abram Oduya' }).waitFor()
  expect(await list.count()).toBe(1)
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

test('events are merged from the one to the other; the note names both, and undo leads back to the first', async () => {
  const [first, second] = facts.filterNodes((_, { label }) => /^(Meeting of Marrow|Second Velmont)/.test(label))
  const labels = [first, second].map((key) => facts.getNodeAttribute(key, 'label')) as [string, string]
  const page = await open(`#lens=events&node=${first}`)
  await details(page).getByRole('button', { name: 'Correct …' }).click()
  await details(page).getByRole('button', { name: 'Merge …' }).click()
  await page.getByRole('combobox', { name: 'Search names and texts' }).fill(labels[1])
  await page.getByRole('option', { name: labels[1] }).first().click()
  await details(page).getByRole('heading', { name: labels[1] }).waitFor()
  await details(page)
    .getByRole('button', { name: `Merge with ${labels[0]}` })
    .click()
  await details(page).getByText(`${labels[1]} and ${labels[0]} are the same`).waitFor()
  await details(page).getByRole('heading', { name: labels[0] }).waitFor()
  const stage = (await page.getByRole('application').boundingBox())!
  const { x } = await restOf(page, 'node', first!)
  expect(x).toBeGreaterThan(stage.x)
  expect(x).toBeLessThan(stage.x + stage.width)
  await details(page).getByRole('button', { name: 'Undo' }).click()
  await details(page).getByRole('heading', { name: labels[1] }).waitFor()
})

test('a name is changed, taken back and changed again, with the keyboard where it can go on', async () => {
  const page = await open('#node=person:bram-oduya')
  await details(page).getByRole('button', { name: 'Correct …' }).click()
  await details(page).getByRole('button', { name: 'Rename' }).press('Enter')
  const field = details(page).getByRole('textbox', { name: 'New name' })
  await field.fill('Abram Oduya')
  await field.press('Enter')
  await details(page).getByText('Bram Oduya is called "Abram Oduya"').waitFor()
  await details(page).getByRole('heading', { name: 'Abram Oduya' }).waitFor()
  await field.waitFor({ state: 'detached' })
  const focused = details(page).locator(':focus')
  await expect.poll(() => focused.textContent()).toBe('Undo')
  await page.keyboard.press('Enter')
  await details(page).getByRole('heading', { name: 'Bram Oduya', exact: true }).waitFor()
  await expect.poll(() => focused.textContent()).toBe('Redo')
  await page.keyboard.press('Enter')
  await details(page).getByRole('heading', { name: 'Abram Oduya' }).waitFor()
  expect(await violations(page)).toEqual([])
  await details(page).getByRole('button', { name: 'Close this note' }).click()
  await details(page).getByText('is called').waitFor({ state: 'detached' })
})

test('mentions of somebody else are split off, and the form does not stay about what has gone', async () => {
  const page = await open('#node=person:bram-oduya')
  await details(page).getByRole('button', { name: 'Correct …' }).click()
  await details(page).getByRole('button', { name: 'Split' }).click()
  const mentions = details(page).getByRole('group', { name: 'Which mentions are somebody or something else?' })
  await mentions.getByRole('checkbox').last().check()
  expect(await violations(page)).toEqual([])
  await details(page).getByRole('textbox', { name: 'Their name, if it is another' }).fill('Osk Oduya')
  await details(page).getByRole('button', { name: 'Split' }).last().click()
  await details(page).getByText('One mention of Bram Oduya is somebody or something else: Osk Oduya').waitFor()
  await mentions.waitFor({ state: 'detached' })
  await details(page).getByRole('button', { name: 'Undo' }).click()
  await details(page)
    .getByText(/^Undone: /)
    .waitFor()
})

test('suggestions are answered by keyboard to the last one, and each answer is taken back', async () => {
  const page = await open('')
  const asked = details(page).getByRole('region', { name: 'Suggestions' })
  const judged = asked.getByText('Every pair has been judged')
  await asked.getByRole('button', { name: 'Not the same N' }).focus()
  await page.keyboard.press('n')
  await details(page).getByText('are not the same').waitFor()
  await judged.waitFor()
  const { total } = (await (await fetch(`${server.url}/api/v1/suggestions`)).json()) as { total: number }
  expect(total).toBe(0)
  // The button is gone, and the keyboard is still there.
  await expect.poll(() => asked.locator(':focus').count()).toBe(1)
  await page.keyboard.press('u')
  await asked.getByRole('heading', { name: 'The same? 1 of 1' }).waitFor()
  await page.keyboard.press('y')
  await details(page).getByText('are the same').waitFor()
  await judged.waitFor()
  await page.keyboard.press('u')
  await asked.getByRole('heading', { name: 'The same? 1 of 1' }).waitFor()
  await details(page).getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
})

/** Steps through the graph: look at one alone, bring in, fold, hide, pin; back and forth; all of it in the link. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { StageElement } from '../../src/ui/parts/stage-keeper.ts'
import { violations } from './support/axe.ts'
import { untilDrawn } from './support/browser.ts'
import { placeOf, restOf } from './support/look.ts'
import { session } from './support/session.ts'
import { WORLD } from './support/world.ts'

const { open: openAt, url } = session(WORLD)
const open = async (...where: Parameters<typeof openAt>): Promise<Page> => {
  const page = await openAt(...where)
  await untilDrawn(page)
  return page
}
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const signs = async (page: Page): Promise<number> =>
  Number(/^Graph of (\d+) sign/.exec((await page.getByRole('application').getAttribute('aria-label')) ?? '')?.[1])

describe('steps', () => {
  test('hide a node, undo it by key and by crumb, and bring it back by redo', async () => {
    const page = await open('#node=country:talvia')
    const all = await signs(page)
    await details(page).getByRole('button', { name: 'Hide from view' }).click()
    await expect.poll(() => signs(page)).toBeLessThan(all)
    const fewer = await signs(page)
    expect(page.url()).toContain('hidden=country:talvia')
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => signs(page)).toBe(all)
    await page.getByRole('button', { name: 'Redo the step' }).click()
    await expect.poll(() => signs(page)).toBe(fewer)
    expect(await violations(page)).toEqual([])
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Whole library' }).click()
    await expect.poll(() => signs(page)).toBe(all)
  })

  test('look at a node alone, bring in more neighbours, fold them again; a link restores it', async () => {
    const page = await open('#node=person:casimir-vanter')
    const all = await signs(page)
    await details(page).getByRole('button', { name: 'Only this' }).click()
    await expect.poll(() => signs(page)).toBeLessThan(all)
    const around = await signs(page)
    await page.getByRole('radio', { name: 'Everything' }).check()
    await details(page).getByRole('button', { name: /^Fold/ }).click()
    await expect.poll(() => signs(page)).toBeLessThan(around)
    const folded = await signs(page)
    await details(page)
      .getByRole('button', { name: /^Show \d+ more neighbour/ })
      .first()
      .click()
    await expect.poll(() => signs(page)).toBeGreaterThan(folded)
    const now = await signs(page)
    await page.reload()
    await untilDrawn(page)
    await expect.poll(() => signs(page)).toBe(now)
  })

  test('pin what one drags, and keep its place in the link', async () => {
    const page = await open()
    const from = await restOf(page, 'node', 'country:keshmar')
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.url()).toContain('pinned=country:keshmar@')
    const put = await restOf(page, 'node', 'country:keshmar')
    expect(Math.hypot(put.x - from.x - 40, put.y - from.y - 30)).toBeLessThan(6)
    await page.goto(`${url()}/#node=country:keshmar`)
    await page.getByRole('button', { name: 'Pin in its place', pressed: false }).waitFor()
  })

  test('pin a node where it is, though it was gliding to another place', async () => {
    const page = await open('#node=person:ilsa-marrow', { reducedMotion: 'no-preference' })
    await restOf(page, 'node', 'person:ilsa-marrow')
    const pin = await details(page).getByRole('button', { name: 'Pin in its place' }).elementHandle()
    // In the page, with the first frame of the glide: the mouse would be too late.
    await page.getByRole('radio', { name: 'Everything' }).evaluate(async (lens: HTMLElement, button) => {
      const stage = document.querySelector<StageElement>('.stage')!
      const place = (): string => JSON.stringify(stage.locate?.({ kind: 'node', key: 'person:ilsa-marrow' }))
      const start = place()
      lens.click()
      while (place() === start) await new Promise((done) => requestAnimationFrame(done))
      ;(button as HTMLElement).click()
    }, pin)
    await expect.poll(() => page.url()).toContain('pinned=person:ilsa-marrow@')
    const put = await restOf(page, 'node', 'person:ilsa-marrow')
    await page.reload()
    await untilDrawn(page)
    const again = await restOf(page, 'node', 'person:ilsa-marrow')
    expect(Math.hypot(again.x - put.x, again.y - put.y)).toBeLessThan(4)
  })

  test('that leave nothing say so and offer a way back', async () => {
    const page = await open('#node=person:mira-kestrel')
    await details(page).getByRole('button', { name: 'Only this' }).click()
    await page.getByRole('checkbox', { name: /^People/ }).uncheck()
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Take the filters away' }).click()
    await expect.poll(() => signs(page)).toBeGreaterThan(1)
  })

  test('moved by hand, the camera is in the link and comes back', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => page.url()).toContain('camera=')
    const place = await restOf(page, 'node', 'country:orsenia')
    await page.reload()
    await untilDrawn(page)
    await expect
      .poll(async () => {
        const { x, y } = await placeOf(page, 'node', 'country:orsenia')
        return Math.hypot(x - place.x, y - place.y)
      })
      .toBeLessThan(3)
  })

  test('through the lenses keep what is selected', async () => {
    const page = await open('#node=person:ilsa-marrow')
    for (const lens of ['Events', 'Places', 'People'])
      await page.getByRole('radio', { name: lens, exact: true }).check()
    await details(page).getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
  })
})

describe('a library of more nodes than one can look at', () => {
  test('opens on the most connected; search and expanding bring in others, which a link keeps', async () => {
    const page = await openAt()
    await page.route('**/api/v1/graph?limit=2000', (route) =>
      route.continue({ url: route.request().url().replace('limit=2000', 'limit=6') }),
    )
    await page.reload()
    await untilDrawn(page)
    await page.getByRole('navigation', { name: 'Steps' }).getByText('The 6 most connected').waitFor()
    expect(await signs(page)).toBeLessThanOrEqual(6)

    await page.getByRole('combobox', { name: 'Search names and texts' }).fill('vanter')
    await page.getByRole('option', { name: /^Casimir Vanter/ }).click()
    await details(page).getByRole('heading', { name: 'Casimir Vanter' }).waitFor()
    const before = await signs(page)
    await details(page)
      .getByRole('button', { name: /^Show \d+ more neighbours?$/ })
      .click()
    await expect.poll(() => signs(page)).toBeGreaterThan(before)
    // Where it lies may have to be worked out first.
    const isOnStage = () =>
      placeOf(page, 'node', 'armed_force:talvian-guard').then(
        () => true,
        () => false,
      )
    await expect.poll(isOnStage).toBe(true)
    const after = await signs(page)
    expect(page.url()).toContain('with=person:casimir-vanter;')
    await page.reload()
    await untilDrawn(page)
    await expect.poll(() => signs(page)).toBe(after)
  })
})

describe('without a mouse', () => {
  test('one walks from neighbour to neighbour', async () => {
    const page = await open('#node=person:bram-oduya')
    await page.getByRole('application').focus()
    await page.keyboard.press('Enter')
    const list = page.getByRole('navigation', { name: 'Neighbours of Bram Oduya' })
    await list.waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    const goal = (await page.evaluate(() => document.activeElement?.textContent)) ?? ''
    await page.keyboard.press('Enter')
    await expect.poll(async () => goal.includes((await details(page).locator('h2').textContent()) ?? '?')).toBe(true)
    const walked = () => page.evaluate(() => document.activeElement?.closest('nav')?.getAttribute('aria-label'))
    await expect.poll(walked).toMatch(/^Neighbours of (?!Bram)/)
  })

  test('Ctrl-K opens search and commands; what was looked for comes first the next time', async () => {
    const page = await open()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('vanter')
    await page.getByRole('option', { name: /^Casimir Vanter/ }).waitFor()
    await page.keyboard.press('Enter')
    await details(page).getByRole('heading', { name: 'Casimir Vanter' }).waitFor()
    await page.getByRole('combobox', { name: 'Search names and texts' }).fill('')
    await page.getByRole('option', { name: /Casimir Vanter looked for before/ }).waitFor()
    await page.keyboard.type('show as table')
    await page.getByRole('option', { name: 'Show as table' }).click()
    await page.getByRole('table').waitFor()
  })

  test('a question is answered where the server understands questions', async () => {
    const page = await open()
    await page.route('**/api/v1/openapi.json', (route) => route.fulfill({ json: { paths: { '/api/v1/ask': {} } } }))
    await page.route('**/api/v1/ask?*', (route) =>
      route.fulfill({
        json: {
          outcome: 'found',
          answer: 'Teodor Quist met Ilsa Marrow.',
          results: [
            {
              value: 'Teodor Quist',
              node: { key: 'person:teodor-quist' },
              facts: [{ says: 'Ilsa Marrow met Teodor Quist', status: 'asserted' }],
            },
          ],
        },
      }),
    )
    await page.getByRole('combobox', { name: 'Search names and texts' }).fill('who met Ilsa Marrow?')
    await page.getByRole('option', { name: /Teodor Quist met Ilsa Marrow\. Answer from the texts/ }).click()
    await details(page).getByRole('heading', { name: 'Teodor Quist' }).waitFor()
  })
})

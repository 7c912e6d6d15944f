/** The timeline, by mouse, by keyboard and in the address. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { parseCivilDate } from '../../src/model/date.ts'
import { binned, spanOf } from '../../src/ui/view/bins.ts'
import { type Filters, NO_FILTERS, visibleIn } from '../../src/ui/view/filters.ts'
import { momentsOf } from '../../src/ui/view/moments.ts'
import { graphOf } from '../support/graphs.ts'
import { violations } from './support/axe.ts'
import { PHONE, untilDrawn } from './support/browser.ts'
import { restOf } from './support/look.ts'
import { session } from './support/session.ts'
import { WORLD } from './support/world.ts'

const { open } = session(WORLD)
const facts = graphOf(WORLD)
const moments = momentsOf(facts, NO_FILTERS)
const byDay = binned(moments, spanOf(moments)!, 'day')
const dated = byDay.bins.reduce((sum, { total }) => sum + total, 0)

const timeline = (page: Page) => page.getByRole('region', { name: /^Timeline: / })
const graphWith = (change: Partial<Filters>): RegExp => {
  const { nodes, edges } = visibleIn(facts, { ...NO_FILTERS, ...change })
  return new RegExp(`^Graph of ${nodes.size} signs? and ${edges.size} relations?\\.`)
}
const day = (text: string) => parseCivilDate(text)!
/** In the window, the middle of a day's bar among the days that are shown. */
async function placeOfDay(page: Page, text: string): Promise<{ x: number; y: number }> {
  // What feels the mouse is laid over the bars after they are drawn.
  await timeline(page).locator('.overlay').waitFor({ state: 'attached' })
  const box = (await timeline(page).locator('.timeline-chart').boundingBox())!
  const start = byDay.bins[0]!.start
  const at = (Date.parse(text) / 86_400_000 - start + 0.5) / byDay.bins.length
  return { x: box.x + at * box.width, y: box.y + box.height / 2 }
}

describe('the timeline', () => {
  test('tells how much happened when, and how much has no date', async () => {
    const page = await open()
    await timeline(page).waitFor()
    expect(await timeline(page).getAttribute('aria-label')).toContain(`${dated} dated facts, 25 Feb`)
    await timeline(page).getByText(`${byDay.undated} undated`).waitFor()
    await page.getByRole('button', { name: 'Close the timeline' }).click()
    await timeline(page).waitFor({ state: 'detached' })
    expect(page.url()).toContain('timeline=closed')
  })

  test('keeps in view what happened then, whoever is selected', async () => {
    const window = { from: day('2031-03-04'), to: day('2031-03-06') }
    const { nodes } = visibleIn(facts, { ...NO_FILTERS, window })
    const away = facts.findNode((node) => node.startsWith('person:') && !nodes.has(node))!
    const page = await open(`#node=${away}&when=2031-03-04..2031-03-06`)
    await untilDrawn(page)
    const stage = (await page.locator('.stage').boundingBox())!
    for (const node of nodes) {
      const { x, y } = await restOf(page, 'node', node)
      expect(x).toBeGreaterThan(stage.x)
      expect(x).toBeLessThan(stage.x + stage.width)
      expect(y).toBeGreaterThan(stage.y)
      expect(y).toBeLessThan(stage.y + stage.height)
    }
  })

  test('shows what happened on the days that one marks, and lets go of them', async () => {
    const page = await open()
    await untilDrawn(page)
    await timeline(page).waitFor()
    const [from, to] = [await placeOfDay(page, '2031-03-04'), await placeOfDay(page, '2031-03-06')]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    const window = { from: day('2031-03-04'), to: day('2031-03-06') }
    await page.getByRole('application', { name: graphWith({ window }) }).waitFor()
    await expect.poll(() => page.url()).toContain('when=2031-03-04..2031-03-06')
    await page.getByRole('navigation', { name: 'Steps' }).getByText('4 – 6 Mar 2031', { exact: true }).waitFor()
    await timeline(page)
      .getByRole('checkbox', { name: `with ${byDay.undated} undated` })
      .check()
    await page.getByRole('application', { name: graphWith({ window, undated: true }) }).waitFor()
    expect(await violations(page)).toEqual([])

    const [grip, goal] = [await placeOfDay(page, '2031-03-05'), await placeOfDay(page, '2031-04-01')]
    await page.mouse.move(grip.x, grip.y)
    await page.mouse.down()
    await page.mouse.move(goal.x, goal.y, { steps: 6 })
    await page.mouse.up()
    await expect.poll(() => page.url()).toContain('when=2031-03-31..2031-04-02')
    await timeline(page).getByRole('button', { name: 'Any time' }).click()
    await page.getByRole('application', { name: graphWith({ undated: true }) }).waitFor()
  })

  test('can be worked by keyboard', async () => {
    const page = await open()
    await untilDrawn(page)
    const from = timeline(page).getByRole('slider', { name: 'From' })
    await from.focus()
    expect(await from.getAttribute('aria-valuetext')).toMatch(/^25 Feb 2031; /)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toContain('when=2031-02-26..2031-05-01')
    await timeline(page).getByRole('slider', { name: 'To' }).focus()
    await page.keyboard.press('Home')
    await expect.poll(() => page.url()).toContain('when=2031-02-26..2031-02-26')
    await timeline(page).getByRole('slider', { name: 'Window' }).focus()
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await expect.poll(() => page.url()).toContain('when=2031-02-28..2031-02-28')
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Take the filters away' }).click()
    await page.getByRole('application', { name: graphWith({}) }).waitFor()
  })

  test('zooms, and counts by other units', async () => {
    const page = await open('#when=2031-03-01..2031-03-31')
    await timeline(page).getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => timeline(page).getAttribute('aria-label')).toContain('1 – 31 Mar 2031')
    await timeline(page).getByRole('radio', { name: 'Month' }).check()
    await expect.poll(() => timeline(page).getAttribute('aria-label')).toContain('most in Mar 2031')
    await expect.poll(() => page.url()).toContain('per=month&time=2031-03-01..2031-03-31')
    await timeline(page).getByRole('button', { name: 'Show all years' }).click()
    await expect.poll(() => timeline(page).getAttribute('aria-label')).toContain(`${dated} dated facts`)
  })

  test('runs along, or goes step by step where less motion is asked for', async () => {
    const page = await open()
    await timeline(page).getByRole('button', { name: 'Next step in time' }).click()
    await expect.poll(() => page.url()).toContain('when=2031-02-25..2031-03-03')
    await timeline(page).getByRole('button', { name: 'Next step in time' }).click()
    await expect.poll(() => page.url()).toContain('when=2031-02-26..2031-03-04')

    const moving = await open('', { reducedMotion: 'no-preference' })
    await timeline(moving).getByRole('button', { name: 'Play' }).click()
    // It begins with 25 February, and runs on while one looks.
    await expect.poll(() => moving.url()).toMatch(/when=(?!2031-02-25)/)
    await timeline(moving).getByRole('button', { name: 'Stop' }).click()
    await timeline(moving).getByRole('button', { name: 'Play' }).waitFor()
  })

  test('has a tab of its own on a phone', async () => {
    const page = await open('', { viewport: PHONE, hasTouch: true, isMobile: true })
    await page.getByRole('navigation').getByRole('button', { name: 'Timeline' }).click()
    await timeline(page).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  })
})

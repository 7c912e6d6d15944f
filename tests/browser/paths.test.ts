/** How two are connected: asked by search, by shift-click and from a node; told step by step; kept in the address. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { PHONE, untilDrawn } from './support/browser.ts'
import { placeOf, restOf } from './support/look.ts'
import { session } from './support/session.ts'
import { WORLD } from './support/world.ts'

const { open: openAt } = session(WORLD)
const open: typeof openAt = async (hash, options) => {
  const page = await openAt(hash, options)
  await untilDrawn(page)
  return page
}
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const path = (page: Page) => details(page).getByRole('region', { name: /^Path \d+ of \d+$/ })
const MARROW_TO_GUARD = '#path-from=person:ilsa-marrow&path-to=armed_force:talvian-guard'

describe('how two are connected', () => {
  test('is asked by two names, and told sentence by sentence in five actions', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'How are two connected?' }).click()
    await details(page).getByRole('combobox', { name: 'From' }).fill('marrow')
    await details(page)
      .getByRole('option', { name: /Ilsa Marrow/ })
      .click()
    await details(page).getByRole('combobox', { name: 'To' }).fill('guard')
    await details(page)
      .getByRole('option', { name: /Talvian Guard/ })
      .click()
    const steps = path(page).getByRole('listitem')
    await steps.first().waitFor()
    expect(await steps.count()).toBeGreaterThan(1)
    expect(await steps.first().textContent()).toContain('Ilsa Marrow')
    expect(await steps.last().textContent()).toContain('Talvian Guard')
    for (const step of await steps.all()) expect(await step.locator('blockquote').count()).toBe(1)
    expect(page.url()).toContain('path-from=person:ilsa-marrow&path-to=armed_force:talvian-guard')
  })

  test('is asked by keyboard alone, in five actions from the first visit', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.getByRole('option', { name: 'How are two connected?' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const end = (name: string) => details(page).getByRole('combobox', { name })
    await expect.poll(() => end('From').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('marrow')
    await details(page)
      .getByRole('option', { name: /Ilsa Marrow/, selected: true })
      .waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => end('To').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('guard')
    await details(page)
      .getByRole('option', { name: /Talvian Guard/, selected: true })
      .waitFor()
    await page.keyboard.press('Enter')
    await path(page).getByRole('listitem').first().waitFor()
  })

  test('is asked by names that the page holds, while the server is still looking', async () => {
    const page = await open('#path-from=&path-to=')
    let answer = (): void => {}
    const asked = new Promise<void>((done) => {
      answer = done
    })
    await page.route(/\/search\?/, async (route) => {
      await asked
      await route.continue()
    })
    await details(page).getByRole('combobox', { name: 'From' }).fill('o')
    await details(page).getByRole('option', { name: /Oduya/ }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    const chosen = details(page).getByRole('option', { selected: true })
    const name = await chosen.textContent()
    const answered = page.waitForResponse(/\/search\?/)
    answer()
    await answered
    expect(await chosen.textContent()).toBe(name)
    await details(page).getByRole('combobox', { name: 'From' }).fill('zzzz')
    await details(page).getByText('There is no such name').waitFor()
  })

  test('is asked by a click and a shift-click in the graph', async () => {
    const page = await open()
    const first = await restOf(page, 'node', 'person:ilsa-marrow')
    await page.mouse.click(first.x, first.y)
    await details(page).getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
    const second = await restOf(page, 'node', 'person:teodor-quist')
    await page.keyboard.down('Shift')
    await page.mouse.click(second.x, second.y)
    await page.keyboard.up('Shift')
    await path(page).getByText('1 step').waitFor()
    expect(await path(page).locator('mark').allTextContents()).toContain('Teodor Quist')
  })

  test('is asked from a node, with the other end clicked in the graph', async () => {
    const page = await open('#node=person:casimir-vanter')
    await details(page)
      .getByRole('button', { name: /How connected to/ })
      .click()
    await details(page).getByText('Choose both ends').waitFor()
    await page.getByRole('button', { name: 'Fit everything' }).click()
    await expect.poll(async () => (await placeOf(page, 'node', 'country:talvia')).x).toBeGreaterThan(0)
    const { x, y } = await restOf(page, 'node', 'country:talvia')
    await page.mouse.click(x, y)
    await path(page).getByRole('listitem').first().waitFor()
    expect(page.url()).toContain('path-to=country:talvia')
  })

  test('has other paths, another direction, and may keep to facts; a link opens it again', async () => {
    const page = await open(MARROW_TO_GUARD)
    const told = () => path(page).getByRole('list').textContent()
    await path(page).waitFor()
    const first = await told()
    await path(page).getByRole('button', { name: 'Next path' }).click()
    await details(page)
      .getByRole('region', { name: /^Path 2 of/ })
      .waitFor()
    expect(await told()).not.toBe(first)
    const second = await told()
    await page.reload()
    await untilDrawn(page)
    await path(page).waitFor()
    expect(await told()).toBe(second)

    await details(page).getByRole('checkbox', { name: 'Only what is reported as a fact' }).check()
    await details(page)
      .getByRole('region', { name: /^Path 1 of/ })
      .waitFor()
    expect(page.url()).toContain('path-status=asserted')
    expect(await path(page).locator('.badge-planned, .badge-possible, .badge-requested').count()).toBe(0)
    await details(page).getByRole('button', { name: 'Swap the two' }).click()
    await expect
      .poll(async () => (await path(page).getByRole('listitem').first().textContent()) ?? '')
      .toContain('Talvian Guard')
  })

  test('never goes along what was denied, and says when there is no way', async () => {
    const page = await open('#path-from=person:ilsa-marrow&path-to=organization:port-authority')
    await details(page).getByText('Nothing that was read connects').waitFor()
    await details(page).getByRole('button', { name: 'Back to the whole graph' }).click()
    await details(page)
      .getByRole('heading', { name: /Who met whom/ })
      .waitFor()
    expect(page.url()).not.toContain('path-from')
  })

  test('leads on to a step and back to the path', async () => {
    const page = await open(MARROW_TO_GUARD)
    await path(page)
      .getByRole('link', { name: /statement/ })
      .first()
      .click()
    await details(page).getByText('The text says').waitFor()
    await details(page)
      .getByRole('button', { name: /Back to the path/ })
      .click()
    await path(page).waitFor()
  })

  test.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', PHONE.width],
  ] as const)('satisfies axe, %s, %i wide', async (colorScheme, width) => {
    const page = await open(MARROW_TO_GUARD, {
      colorScheme,
      viewport: width === PHONE.width ? PHONE : { width, height: 900 },
    })
    await path(page).waitFor()
    expect(await violations(page)).toEqual([])
  })
})

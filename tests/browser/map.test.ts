/** The map, by mouse and by keyboard, without a network. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locate } from '../../src/model/place.ts'
import { violations } from './support/axe.ts'
import { PHONE } from './support/browser.ts'
import { restOfElement } from './support/look.ts'
import { session } from './support/session.ts'
import { WORLD, WORLD_PLACES } from './support/world.ts'

const locate: Locate = ({ names }) => names.flatMap((name) => WORLD_PLACES[name] ?? [])[0]
const { open } = session(WORLD, { locate })

const map = (page: Page) => page.getByRole('group', { name: /^Map of \d+ places?/ })
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })

describe('the map', () => {
  test('shows what happened where; a click leads to the sentences', async () => {
    const page = await open()
    await page.getByRole('radio', { name: 'Map' }).check()
    const karsholm = map(page).getByRole('button', { name: 'Karsholm: 1 happening, 1 planned; 30 killed or wounded' })
    await karsholm.click()
    await details(page).getByRole('heading', { name: 'Karsholm' }).waitFor()
    expect(await karsholm.getAttribute('aria-pressed')).toBe('true')
    expect(page.url()).toContain('view=map&node=city:karsholm')
    expect(await violations(page)).toEqual([])
  })

  test('can be walked and enlarged by keyboard, and the address keeps where one is', async () => {
    const page = await open('#view=map')
    const velmont = map(page).getByRole('button', { name: /^Velmont: / })
    await velmont.focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toMatch(/^Velmont/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await details(page).getByRole('heading', { name: 'Velmont' }).waitFor()
    const before = await restOfElement(map(page).getByRole('button', { name: /^Dunmere: / }))
    await page.keyboard.press('+')
    await expect.poll(() => page.url()).toContain('map=')
    expect((await restOfElement(map(page).getByRole('button', { name: /^Dunmere: / }))).x).not.toBe(before.x)
    const moved = await restOfElement(velmont)
    await page.reload()
    const again = await restOfElement(velmont)
    expect(Math.hypot(again.x - moved.x, again.y - moved.y)).toBeLessThan(3)
    await page.getByRole('button', { name: 'Fit all places' }).click()
    await expect.poll(() => page.url()).not.toContain('map=')
  })

  test('follows filters and the timeline, says what is nowhere, and sizes by toll', async () => {
    const page = await open('#view=map&when=2031-03-05..2031-03-05')
    await map(page).getByRole('button', { name: 'Karsholm: 1 happening; 30 killed or wounded' }).waitFor()
    expect(await map(page).getByRole('button').count()).toBe(1)
    await page.getByRole('radio', { name: 'Killed and wounded' }).check()
    await expect.poll(() => page.url()).toContain('size=toll')
    const whole = await open('#view=map')
    await whole.getByText('1 place not on the map').click()
    await whole.getByRole('main').getByRole('link', { name: 'Pier Nine' }).click()
    await details(whole).getByRole('heading', { name: 'Pier Nine' }).waitFor()
  })

  test.each(['light', 'dark'] as const)('is accessible on a phone, %s', async (colorScheme) => {
    const page = await open('#view=map', { viewport: PHONE, hasTouch: true, isMobile: true, colorScheme })
    await map(page)
      .getByRole('button', { name: /^Velmont: / })
      .waitFor()
    expect(await violations(page)).toEqual([])
  })
})

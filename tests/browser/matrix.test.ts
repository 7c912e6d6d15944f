/** The matrix of meetings, by mouse and by keyboard. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { PHONE, untilDrawn } from './support/browser.ts'
import { session } from './support/session.ts'
import { WORLD } from './support/world.ts'

const { open } = session(WORLD)
const matrix = (page: Page) => page.getByRole('table', { name: /^Who met whom: / })

describe('the matrix', () => {
  test('leads from a number to the sentences', async () => {
    const page = await open()
    await untilDrawn(page)
    await page.getByRole('radio', { name: 'Matrix' }).check()
    await matrix(page).getByRole('button', { name: 'Ilsa Marrow and Teodor Quist: 2 meetings' }).click()
    const meetings = page.getByRole('region', { name: 'Meetings of Ilsa Marrow and Teodor Quist' })
    await meetings.getByText('President Ilsa Marrow of Orsenia met Chancellor Teodor Quist').waitFor()
    await expect.poll(() => meetings.getByRole('listitem').count()).toBe(2)
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByRole('heading', { name: 'Meeting of Marrow and Quist' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  test('can be walked by keyboard, and never counts a denial as a meeting', async () => {
    const page = await open('#view=matrix')
    const first = matrix(page).getByRole('button').first()
    await first.focus()
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const start = await label()
    await page.keyboard.press('ArrowRight')
    expect(await label()).not.toBe(start)
    await page.keyboard.press('ArrowLeft')
    expect(await label()).toBe(start)
    const denied = matrix(page).getByRole('button', { name: 'Teodor Quist and Bram Oduya: 1 meeting, 1 denied' })
    expect(await denied.textContent()).toBe('1')
  })

  test.each(['light', 'dark'] as const)('is accessible on a phone, %s', async (colorScheme) => {
    const page = await open('#view=matrix', { viewport: PHONE, hasTouch: true, isMobile: true, colorScheme })
    await matrix(page).waitFor()
    expect(await violations(page)).toEqual([])
  })
})

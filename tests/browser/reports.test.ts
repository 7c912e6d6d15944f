/** Several reports of one happening: side by side, and where they differ it says so. */
import { expect, test } from 'vitest'
import { reading } from '../support/extractions.ts'
import { violations } from './support/axe.ts'
import { PHONE } from './support/browser.ts'
import { session } from './support/session.ts'

const report = (title: string, day: string, dead: number) =>
  reading({
    title,
    date: `2031-03-${day}`,
    sentences: [`The Talvian Guard shelled Karsholm on 5 March, killing ${dead} people.`],
    entities: [
      { type: 'armed_force', name: 'Talvian Guard' },
      { type: 'city', name: 'Karsholm' },
    ],
    events: [
      {
        in: 0,
        type: 'attack',
        label: 'Shelling of Karsholm',
        date: '2031-03-05',
        who: [['Talvian Guard', 'agent']],
        where: ['Karsholm'],
        killed: [dead, null, String(dead)],
      },
    ],
  })
const { open } = session([report('First count', '06', 9), report('Second count', '07', 12)])

test.each([
  ['desk', {}],
  ['phone', { viewport: PHONE, hasTouch: true, isMobile: true }],
] as const)('reports of one happening stand side by side in full, on a %s', async (_, options) => {
  const page = await open('#lens=events', options)
  const event = await page.evaluate(async () => {
    const { nodes } = (await (await fetch('api/v1/graph')).json()) as { nodes: { key: string }[] }
    return nodes.map(({ key }) => key).filter((key) => key.startsWith('event:'))
  })
  expect(event).toHaveLength(1)
  await page.goto(`${page.url().split('#')[0]}#lens=events&node=${event[0]}`)
  await page.reload()
  const table = page.getByRole('table', { name: 'What each report says; they differ in: killed' })
  await table.getByRole('row', { name: /First count.*9$/ }).waitFor()
  await table.getByRole('row', { name: /Second count.*12$/ }).waitFor()
  expect(await table.locator('..').evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0)
  // Each place and doer once, however many tell of it.
  const about = page.locator('dl.facts')
  expect(await about.getByRole('link', { name: 'Karsholm' }).count()).toBe(1)
  expect(await violations(page)).toEqual([])
})

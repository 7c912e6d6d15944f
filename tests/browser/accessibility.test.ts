/** axe finds nothing in any state of the page, light and dark. Each is kept as a picture, to be looked at. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { graphOf } from '../support/graphs.ts'
import { violations } from './support/axe.ts'
import { DESK, launch, openPage, PHONE, untilDrawn } from './support/browser.ts'
import { session } from './support/session.ts'
import { WORLD, WORLD_PLACES } from './support/world.ts'

/** To be looked at, not compared; ignored by git. */
const PICTURES = join(import.meta.dirname, '../../coverage/screens')
const TABLET = { width: 820, height: 1180 }
const SIZES = { desk: DESK, tablet: TABLET, phone: PHONE }
type Size = keyof typeof SIZES

const facts = graphOf(WORLD)
const edgeOf = (relation: string): string => facts.findEdge((_, edge) => edge.relation === relation)!
const nodeCalled = (name: string): string => facts.findNode((_, { label }) => label === name)!

interface State {
  readonly name: string
  readonly hash?: string
  readonly sizes?: readonly Size[]
  readonly reach: (page: Page) => Promise<void>
}

const heading = (name: string) => async (page: Page) => {
  await untilDrawn(page)
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name }).first().waitFor()
}
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button', { name }).click()
const press = (name: string) => async (page: Page) => {
  await untilDrawn(page)
  await page.getByRole('banner').getByRole('button', { name }).click()
}
async function seek(page: Page, words: string): Promise<void> {
  await untilDrawn(page)
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Search names and texts' }).fill(words)
}

const ALL: readonly Size[] = ['desk', 'tablet', 'phone']
const STATES: readonly State[] = [
  { name: 'first', sizes: ALL, reach: untilDrawn },
  { name: 'events', hash: '#lens=events', reach: untilDrawn },
  { name: 'node', hash: '#node=person:teodor-quist', sizes: ALL, reach: heading('Teodor Quist') },
  { name: 'edge', hash: `#edge=${edgeOf('accused')}`, sizes: ['desk', 'phone'], reach: heading('accused') },
  {
    name: 'event',
    hash: `#node=${nodeCalled('Strike on Karsholm')}`,
    sizes: ['desk', 'phone'],
    reach: heading('Strike on Karsholm'),
  },
  {
    name: 'article',
    hash: `#document=${WORLD[0]!.document.id}`,
    sizes: ALL,
    reach: heading('Marrow and Quist meet in Velmont'),
  },
  {
    name: 'path',
    hash: '#path-from=person:bram-oduya&path-to=person:noor-halloran',
    sizes: ALL,
    reach: async (page) => {
      await untilDrawn(page)
      await page.getByRole('region', { name: /^Path 1 of/ }).waitFor()
    },
  },
  { name: 'asking for a path', hash: '#path-from=person:bram-oduya', reach: heading('How are two connected?') },
  { name: 'table', hash: '#view=table', sizes: ALL, reach: async (page) => page.getByRole('table').waitFor() },
  {
    name: 'map',
    hash: '#view=map&lens=events',
    sizes: ALL,
    reach: async (page) =>
      page
        .getByRole('button', { name: /^Karsholm/ })
        .first()
        .waitFor(),
  },
  { name: 'matrix', hash: '#view=matrix', sizes: ALL, reach: async (page) => page.getByRole('table').waitFor() },
  {
    name: 'timeline',
    sizes: ['desk', 'phone'],
    reach: async (page) => {
      await untilDrawn(page)
      if (await page.getByRole('navigation', { name: 'Parts of the page' }).isVisible()) await tab(page, 'Timeline')
      await page.getByRole('region', { name: /^Timeline: / }).waitFor()
    },
  },
  {
    name: 'palette',
    sizes: ['desk', 'phone'],
    reach: async (page) => {
      await seek(page, '')
      await page.getByRole('option', { name: 'How are two connected?' }).waitFor()
    },
  },
  {
    name: 'search',
    sizes: ['desk', 'phone'],
    reach: async (page) => {
      await seek(page, 'od')
      await page
        .getByRole('option', { name: /Bram Oduya/ })
        .first()
        .waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'nothing found',
    reach: async (page) => {
      await seek(page, 'zzzz')
      await page.getByText('Nothing of that name').waitFor()
    },
  },
  {
    name: 'documents',
    sizes: ['desk', 'phone'],
    reach: async (page) => {
      await untilDrawn(page)
      if (await page.getByRole('navigation', { name: 'Parts of the page' }).isVisible()) await tab(page, 'Search')
      await page.getByRole('radio', { name: /^Documents/ }).check()
      await page.getByRole('region', { name: 'Documents' }).waitFor()
    },
  },
  {
    name: 'no fact left',
    hash: '#when=1999-01-01..1999-12-31',
    reach: async (page) => page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor(),
  },
  {
    name: 'adding',
    sizes: ['desk', 'phone'],
    reach: async (page) => {
      await press('Add text')(page)
      await page.getByRole('dialog', { name: 'Add text' }).waitFor()
    },
  },
  {
    name: 'formats',
    sizes: ['desk', 'phone'],
    reach: async (page) => {
      await press('Other formats')(page)
      await page.getByRole('link', { name: /^Save as GEXF/ }).waitFor()
    },
  },
]

const cases = STATES.flatMap(({ sizes = ['desk' as const], ...state }) =>
  sizes.flatMap((size) => (['light', 'dark'] as const).map((scheme) => ({ ...state, size, scheme }))),
)

describe('axe finds nothing', () => {
  const { open } = session(WORLD, { locate: ({ names }) => names.flatMap((name) => WORLD_PLACES[name] ?? [])[0] })
  beforeAll(() => void mkdirSync(PICTURES, { recursive: true }))

  test.each(cases)('$name, $size, $scheme', async ({ name, hash = '', size, scheme, reach }) => {
    const viewport = SIZES[size]
    const page = await open(hash, {
      colorScheme: scheme,
      viewport,
      ...(size === 'phone' && { hasTouch: true, isMobile: true }),
    })
    await reach(page)
    await page.screenshot({ path: join(PICTURES, `${name.replaceAll(' ', '-')}-${size}-${scheme}.png`) })
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
  })
})

describe.each(['light', 'dark'] as const)('where something is missing, %s', (colorScheme) => {
  const { open } = session([], { sources: { samples: { folders: [], under: '', originOf: (path) => path } } })
  const full = session(WORLD)

  test('texts', async () => {
    const page = await open('', { colorScheme })
    await page.getByRole('heading', { name: 'Nothing has been read yet' }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('the server', async () => {
    const { page } = await full.openWatched('', { colorScheme })
    await untilDrawn(page)
    await page.context().route('**/api/v1/**', (route) => route.abort('connectionrefused'))
    await page.context().route('**/healthz', (route) => route.abort('connectionrefused'))
    await page.getByRole('complementary', { name: 'Details' }).getByRole('link', { name: 'Ilsa Marrow' }).click()
    await page.getByRole('alert').filter({ hasText: 'goes on as soon as it is back' }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('WebGL', async () => {
    const flat = await launch('--disable-3d-apis')
    onTestFinished(() => flat.close())
    const { page } = await openPage(flat, full.url(), { colorScheme })
    await page.goto(full.url())
    await page.getByText('This browser offers no WebGL').waitFor()
    expect(await violations(page)).toEqual([])
  })
})

/** A reader's way through the page, in a real browser against the real server. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { EntityType, EventType } from '../../src/model/ontology.ts'
import type { StageElement } from '../../src/ui/parts/stage-keeper.ts'
import { type Filters, facetCounts, NO_FILTERS, visibleIn } from '../../src/ui/view/filters.ts'
import { reading } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'
import { violations } from './support/axe.ts'
import { PHONE, untilDrawn } from './support/browser.ts'
import { coloursAround, placeOf, restOf } from './support/look.ts'
import { session } from './support/session.ts'
import { WORLD } from './support/world.ts'

const facts = graphOf(WORLD)
/** Name of the graph region when these filters are set. */
const graphOfSize = (change: Partial<Filters> = {}): RegExp => {
  const { nodes, edges } = visibleIn(facts, { ...NO_FILTERS, ...change })
  return new RegExp(`^Graph of ${nodes.size} signs? and ${edges.size} relations?\\.`)
}
const edgeBetween = (relation: string, source: string, target: string): string =>
  facts.findEdge((_, edge, from, to) => edge.relation === relation && from === source && to === target)!

const { open: openAt, openWatched, url } = session(WORLD)
const open = async (...where: Parameters<typeof openAt>): Promise<Page> => {
  const page = await openAt(...where)
  await untilDrawn(page)
  return page
}
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })

describe('the graph', () => {
  test('is drawn', async () => {
    const page = await open()
    expect(await coloursAround(page, await placeOf(page, 'node', 'person:ilsa-marrow'))).toBeGreaterThan(5)
    expect(await page.getByRole('application', { name: graphOfSize() }).count()).toBe(1)
  })

  test('shows who stands where one clicks, with relations and the sentence behind each', async () => {
    const page = await open()
    const { x, y } = await restOf(page, 'node', 'person:ilsa-marrow')
    await page.mouse.click(x, y)
    await details(page).getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
    const quote = details(page).locator('blockquote').first()
    expect(await quote.locator('mark').allTextContents()).toEqual(['Teodor Quist', 'Ilsa Marrow'])
    await details(page)
      .getByRole('button', { name: /accused .*Talvia/ })
      .click()
    await details(page).locator('blockquote').filter({ hasText: 'breaking its word' }).waitFor()
    expect(page.url()).toContain('#node=person:ilsa-marrow')
    await page.goBack()
    await details(page)
      .getByRole('heading', { name: /Who met whom/ })
      .waitFor()
  })

  test('shows the sentence of an edge that one clicks', async () => {
    const page = await open()
    const key = edgeBetween('based_in', 'armed_force:talvian-guard', 'city:dunmere')
    const { x, y } = await restOf(page, 'edge', key)
    // Within six pixels of the line is near enough.
    await page.mouse.click(x + 2, y + 3)
    await details(page).getByText('which is based in Dunmere').waitFor()
    expect(page.url()).toContain('#edge=based_in:')
  })

  test('shows the sentence of an edge under the mouse', async () => {
    const page = await open()
    const { x, y } = await restOf(page, 'edge', edgeBetween('based_in', 'armed_force:talvian-guard', 'city:dunmere'))
    await page.mouse.move(x, y, { steps: 3 })
    await page.getByRole('main').getByText('which is based in Dunmere').waitFor()
  })

  test('lights the neighbourhood under the mouse and dims the rest', async () => {
    const page = await open()
    const far = await restOf(page, 'node', 'person:lucan-ferro')
    const before = await page.screenshot({ clip: { x: far.x - 5, y: far.y - 5, width: 10, height: 10 } })
    const { x, y } = await placeOf(page, 'node', 'person:ilsa-marrow')
    await page.mouse.move(x, y, { steps: 3 })
    await expect
      .poll(async () => {
        const now = await page.screenshot({ clip: { x: far.x - 5, y: far.y - 5, width: 10, height: 10 } })
        return now.equals(before)
      })
      .toBe(false)
  })

  test('can be zoomed and fitted again', async () => {
    const page = await open()
    const start = await restOf(page, 'node', 'country:talvia')
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => placeOf(page, 'node', 'country:talvia')).not.toEqual(start)
    await page.getByRole('button', { name: 'Fit everything' }).click()
    await expect
      .poll(async () => {
        const { x, y } = await placeOf(page, 'node', 'country:talvia')
        return Math.round(Math.hypot(x - start.x, y - start.y))
      })
      .toBe(0)
  })

  test.each(['no-preference', 'reduce'] as const)(
    'is fitted though a turn of the wheel still glides: motion %s',
    async (reducedMotion) => {
      const page = await open('', { reducedMotion })
      const start = await restOf(page, 'node', 'country:talvia')
      const box = (await page.getByRole('application', { name: graphOfSize() }).boundingBox())!
      await page.mouse.move(box.x + 100, box.y + 100)
      await page.mouse.wheel(0, -400)
      await expect.poll(() => placeOf(page, 'node', 'country:talvia')).not.toEqual(start)
      // In the same breath: the mouse would be too late.
      await page.getByRole('button', { name: 'Fit everything' }).evaluate((button: HTMLElement) => button.click())
      const end = await restOf(page, 'node', 'country:talvia')
      expect(Math.round(Math.hypot(end.x - start.x, end.y - start.y))).toBe(0)
    },
  )
})

describe('where less motion is asked for', () => {
  test('the wheel moves the camera at once, also when that is asked for later', async () => {
    const page = await open('', { reducedMotion: 'no-preference' })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const box = (await page.getByRole('application', { name: graphOfSize() }).boundingBox())!
    await page.mouse.move(box.x + 100, box.y + 100)
    const start = await restOf(page, 'node', 'country:talvia')
    const seen = page.locator('.stage').evaluate(async (element, { x, y }) => {
      const places = [`${x} ${y}`]
      // From before the turn of the wheel until long after it.
      while (new Set(places).size < 2 || places.slice(-20).some((place) => place !== places.at(-1))) {
        const place = (element as StageElement).locate?.({ kind: 'node', key: 'country:talvia' })
        places.push(`${place?.x} ${place?.y}`)
        await new Promise((done) => requestAnimationFrame(done))
      }
      return [...new Set(places)]
    }, start)
    await page.mouse.wheel(0, -400)
    expect(await seen).toHaveLength(2)
  })
})

describe('search', () => {
  test('shows names of the graph at once, while the server is still looking, and keeps what one chose', async () => {
    const page = await open()
    let answer = (): void => {}
    const asked = new Promise<void>((done) => {
      answer = done
    })
    await page.route(/\/search\?/, async (route) => {
      await asked
      await route.continue()
    })
    await page.keyboard.press('/')
    await page.keyboard.type('marrow')
    await page.getByRole('option', { name: /Ilsa Marrow/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    const chosen = page.getByRole('option', { name: /Ilsa Marrow/, selected: true })
    await chosen.waitFor()
    expect(await page.getByText('Nothing of that name').count()).toBe(0)
    answer()
    // Only the server looks into the texts.
    await page.locator('[role=option] mark').first().waitFor()
    expect(await chosen.count()).toBe(1)
    await page.keyboard.press('Enter')
    await details(page).getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
  })

  test('finds a name while one types, and goes there', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('odu')
    await page.getByRole('option', { name: /Bram Oduya.*special envoy/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await details(page).getByRole('heading', { name: 'Bram Oduya' }).waitFor()
    expect(await details(page).getByText('special envoy').count()).toBe(1)
  })

  test('finds words in the texts', async () => {
    const page = await open()
    await page.getByRole('combobox', { name: 'Search names and texts' }).fill('breaking')
    await page.getByRole('option', { name: /Night strike on Karsholm/ }).click()
    await details(page).getByRole('heading', { name: 'Night strike on Karsholm' }).waitFor()
  })

  test('says when there is nothing, also to odd questions', async () => {
    const page = await open()
    await page.getByRole('combobox').fill('zzz" OR (*')
    await page.getByText('Nothing of that name').waitFor()
  })
})

describe('the panel', () => {
  test('never shows as a fact what is planned, denied or past', async () => {
    const page = await open('#node=person:teodor-quist')
    const relation = (name: RegExp) => details(page).getByRole('button', { name })
    await relation(/Planned.*visited.*Keshmar/).waitFor()
    expect(await relation(/Denied.*spoke with.*Bram Oduya/).count()).toBe(1)
    await relation(/Denied/).click()
    await details(page).getByText('according to Teodor Quist').waitFor()
    await page.goto(`${url()}/#node=person:runa-tessaly`)
    await relation(/Formerly.*holds an office in.*Talvia/).waitFor()
  })

  test('tells when, where and with what toll an event happened', async () => {
    const key = facts.findNode((_, { label }) => label === 'Strike on Karsholm')!
    const page = await open(`#node=${key}`)
    await details(page).getByRole('heading', { name: 'Strike on Karsholm' }).waitFor()
    const told = await details(page).locator('dl').textContent()
    expect(await details(page).locator('blockquote mark').allTextContents()).toEqual(['Talvian Guard', 'Karsholm'])
    for (const word of ['5 Mar 2031', 'Karsholm', 'at least six', 'dozens', 'Talvian Guard'])
      expect(told).toContain(word)
  })

  test('opens the article at the sentence, and its names lead back to the graph', async () => {
    const page = await open('#node=person:casimir-vanter')
    await details(page)
      .getByRole('button', { name: /commands.*Talvian Guard/ })
      .click()
    await details(page)
      .getByRole('link', { name: /Open “Night strike on Karsholm” at this sentence/ })
      .first()
      .click()
    await details(page).getByRole('heading', { name: 'Night strike on Karsholm' }).waitFor()
    await details(page)
      .getByRole('link', { name: /^Marrow \(Ilsa Marrow, person\)/ })
      .click()
    await details(page).getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
  })

  test('says so when a link leads to nothing', async () => {
    const { page, troubles } = await openWatched('#node=person:nobody')
    await details(page).getByRole('alert').waitFor()
    expect(troubles.map((trouble) => trouble.slice(0, 7))).toContain('404: ht')
  })
})

describe('filters', () => {
  test('take away what they name, and survive in the address', async () => {
    const page = await open()
    await page.getByRole('checkbox', { name: /^People/ }).uncheck()
    const graph = page.getByRole('application', { name: graphOfSize({ withoutTypes: new Set(['person']) }) })
    await graph.waitFor()
    expect(page.url()).toContain('without-types=person')
    await page.reload()
    await graph.waitFor()
    expect(await page.getByRole('checkbox', { name: /^People/ }).isChecked()).toBe(false)
  })

  test('that leave nothing say so and offer a way back', async () => {
    const page = await open('#without-status=asserted,planned,possible,denied,requested')
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Take the filters away' }).click()
    await page.getByRole('application', { name: graphOfSize() }).waitFor()
  })

  test('show one document only', async () => {
    const page = await open()
    await page.getByRole('radio', { name: /^Documents/ }).check()
    await page.getByRole('button', { name: /Only what “Harbour workers/ }).click()
    await page
      .getByRole('application', { name: graphOfSize({ documents: new Set([WORLD[3]!.document.id]) }) })
      .waitFor()
  })

  test('a lens shows events with their parts', async () => {
    const page = await open()
    expect(await page.getByRole('checkbox', { name: /^Attacks/ }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Events' }).check()
    await page.getByRole('application', { name: graphOfSize({ lens: 'events' }) }).waitFor()
    await page.getByRole('checkbox', { name: /^Attacks/ }).waitFor()
  })

  test('give way to what one asks for', async () => {
    const page = await open()
    await page.getByRole('combobox').fill('Strike on')
    await page
      .getByRole('option', { name: /Strike on Karsholm/ })
      .first()
      .click()
    await page.getByRole('application', { name: graphOfSize({ lens: 'events' }) }).waitFor()
  })

  test('choose by speaker, country and confidence, each with its count', async () => {
    const page = await open()
    const rail = page.getByRole('complementary', { name: 'Search and filters' })
    const { speakers, countries } = facetCounts(facts, NO_FILTERS)
    await rail.getByText('Says who').first().click()
    await rail.getByRole('checkbox', { name: `Northern Wire ${speakers.get('media:northern-wire')}` }).check()
    const said = { speakers: new Set(['media:northern-wire']) }
    await page.getByRole('application', { name: graphOfSize(said) }).waitFor()
    expect(page.url()).toContain('speaker=media:northern-wire')
    await rail.getByRole('button', { name: 'Any speaker' }).click()
    await rail.getByText('Country', { exact: true }).first().click()
    await rail.getByRole('checkbox', { name: `Orsenia ${countries.get('country:orsenia')}` }).check()
    await page.getByRole('application', { name: graphOfSize({ countries: new Set(['country:orsenia']) }) }).waitFor()
    await page.reload()
    await page.getByRole('application', { name: graphOfSize({ countries: new Set(['country:orsenia']) }) }).waitFor()
    expect(await rail.getByRole('checkbox', { name: /^Orsenia/ }).isChecked()).toBe(true)
    expect(await violations(page)).toEqual([])
  })

  test('of a kind takes all its types away at once', async () => {
    const page = await open()
    await page.getByRole('checkbox', { name: /^Where/ }).uncheck()
    const places = new Set<EntityType | EventType>(['city', 'region', 'facility'])
    await page.getByRole('application', { name: graphOfSize({ withoutTypes: places }) }).waitFor()
    await page.getByRole('checkbox', { name: /^Where/ }).check()
    await page.getByRole('application', { name: graphOfSize() }).waitFor()
  })

  test('names without relations come when asked for', async () => {
    const page = await open()
    await page.getByRole('checkbox', { name: /^Names without relations/ }).check()
    await page.getByRole('application', { name: graphOfSize({ loose: true }) }).waitFor()
  })
})

describe('the table', () => {
  test('lists the same relations with their sentences, sortable by keyboard', async () => {
    const page = await open()
    await page.getByRole('radio', { name: 'Table' }).check()
    const table = page.getByRole('table', { name: `${visibleIn(facts, NO_FILTERS).edges.size} relations` })
    await table.getByText('Quist denied that he had spoken with Oduya.').waitFor()
    const sorter = table.getByRole('button', { name: 'Source' })
    await sorter.focus()
    await page.keyboard.press('Enter')
    const order = () => table.getByRole('columnheader', { name: 'Source' }).getAttribute('aria-sort')
    await expect.poll(order).toBe('ascending')
    const denied = table.getByRole('row').filter({ hasText: 'spoke with' })
    expect(await denied.getByText('Denied', { exact: true }).count()).toBe(1)
    await denied.getByRole('button', { name: 'spoke with' }).click()
    await details(page).getByText('The text says').waitFor()
  })
})

describe('a table of thousands', () => {
  const crowd = reading({
    title: 'A long list',
    sentences: ['Oda Brandt met everybody.'],
    entities: [
      { type: 'person', name: 'Oda Brandt' },
      ...Array.from({ length: 1200 }, (_, i) => ({
        type: 'person' as const,
        name: `Guest ${String(i).padStart(4, '0')}`,
      })),
    ],
    relations: Array.from({ length: 1200 }, (_, i) => ({
      in: 0,
      is: ['Oda Brandt', 'met_with', `Guest ${String(i).padStart(4, '0')}`] as [string, 'met_with', string],
    })),
  })
  const { open: openCrowd } = session([crowd])

  test('holds the rows that are seen, and all of them can be reached', async () => {
    const page = await openCrowd('#view=table')
    const table = page.getByRole('table', { name: '1,200 relations' })
    await table.getByRole('button', { name: 'Source' }).click()
    await table.getByRole('link', { name: 'Guest 0000' }).waitFor()
    expect(await table.getAttribute('aria-rowcount')).toBe('1201')
    expect(await table.getByRole('row').count()).toBeLessThan(80)
    await page.getByRole('region', { name: 'Relations' }).focus()
    await page.keyboard.press('End')
    await table.getByRole('link', { name: 'Guest 1199' }).waitFor()
    expect(await table.getByRole('row').last().getAttribute('aria-rowindex')).toBe('1201')
    await table.getByRole('link', { name: 'Guest 0000' }).waitFor({ state: 'detached' })
    expect(await violations(page)).toEqual([])
  })
})

describe('taking it away', () => {
  const saved = async (page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'latin1') }
  }

  test('as GEXF, exactly what is seen; or all of the library', async () => {
    const page = await open('#without-families=office')
    const gexf = page.getByRole('link', { name: 'Export as GEXF' })
    const seen = visibleIn(facts, { ...NO_FILTERS, withoutFamilies: new Set(['office'] as const) })
    const part = await saved(page, () => gexf.click())
    expect(part.name).toMatch(/\.gexf$/)
    expect(part.text.match(/<node /g)).toHaveLength(seen.nodes.size)
    expect(part.text.match(/<edge /g)).toHaveLength(seen.edges.size)
    await page.getByRole('button', { name: 'Other formats' }).click()
    await page.getByRole('radio', { name: 'all of the library' }).check()
    const whole = await saved(page, () => page.getByRole('link', { name: 'Save as GEXF' }).click())
    expect(whole.text.match(/<node /g)).toHaveLength(facts.order)
  })

  test('as a picture with title, legend and sentences', async () => {
    const page = await open('#node=person:ilsa-marrow')
    await page.getByRole('button', { name: 'Other formats' }).click()
    const svg = await saved(page, () => page.getByRole('button', { name: /^Picture, SVG/ }).click())
    expect(svg.text).toContain('<title>Ilsa Marrow</title>')
    expect(svg.text).toContain('>Contact</text>')
    expect(svg.text).toContain('met Chancellor Teodor Quist')
    expect(await violations(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'with the sentences' }).uncheck()
    const bare = await saved(page, () => page.getByRole('button', { name: /^Picture, SVG/ }).click())
    expect(bare.text).not.toContain('met Chancellor Teodor Quist')
    const png = await saved(page, () => page.getByRole('button', { name: /^Picture, PNG/ }).click())
    expect([png.name, png.text.slice(1, 4)]).toEqual(['dragoman.png', 'PNG'])
    expect(png.text.length).toBeGreaterThan(20_000)
  })

  test('in any format, with the sentences or without; a dossier of the node that is chosen', async () => {
    const page = await open('#node=person:ilsa-marrow')
    const save = async (name: string): Promise<string> => {
      const link = page.getByRole('link', { name })
      if (!(await link.isVisible())) await page.getByRole('button', { name: 'Other formats' }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      return readFileSync(await download.path(), 'utf8')
    }
    expect(await save('Save as Markdown dossier')).toMatch(/^# Ilsa Marrow/)
    expect(await save('Save as JSON Lines')).toContain('"sentences"')
    await page.getByRole('checkbox', { name: 'with the sentences' }).uncheck()
    expect(await save('Save as JSON Lines')).not.toContain('"sentences"')
  })
})

describe('on a phone', () => {
  test('the graph lies under a sheet, with tabs', async () => {
    const page = await open('', { viewport: PHONE, hasTouch: true, isMobile: true })
    const { x, y } = await restOf(page, 'node', 'person:ilsa-marrow')
    expect(await coloursAround(page, { x, y }, 14)).toBeGreaterThan(5)
    await page.touchscreen.tap(x, y)
    await details(page).getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('radio', { name: /^Documents/ }).check()
    await page.getByRole('link', { name: 'Night strike on Karsholm' }).click()
    await details(page).getByRole('heading', { name: 'Night strike on Karsholm' }).waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(PHONE.width)
  })

  test('an address that is put in opens what it names, and "back" closes it', async () => {
    const page = await open('', { viewport: PHONE, hasTouch: true, isMobile: true })
    const before = await restOf(page, 'node', 'person:lucan-ferro')
    await page.evaluate(() => {
      location.hash = '#node=person:lucan-ferro'
    })
    await details(page).getByRole('heading', { name: 'Lucan Ferro' }).waitFor()
    expect(await restOf(page, 'node', 'person:lucan-ferro')).not.toEqual(before)
    await page.goBack()
    await details(page).waitFor({ state: 'detached' })
    await page.evaluate(() => {
      location.hash = '#path-from=person:ilsa-marrow&path-to=person:teodor-quist'
    })
    await details(page)
      .getByRole('region', { name: /^Path 1 of/ })
      .waitFor()
  })

  test('that is turned, all is laid out for the new shape', async () => {
    const page = await open('', { viewport: PHONE, hasTouch: true, isMobile: true })
    const shape = async (): Promise<number> => {
      const places = await Promise.all([...visibleIn(facts, NO_FILTERS).nodes].map((key) => placeOf(page, 'node', key)))
      const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
      return extent(places.map(({ x }) => x)) / extent(places.map(({ y }) => y))
    }
    const upright = await shape()
    expect(upright).toBeLessThan(1)
    await page.setViewportSize({ width: PHONE.height, height: PHONE.width })
    await expect.poll(shape, { timeout: 15_000 }).toBeGreaterThan(Math.max(1, upright * 1.3))
  })
})

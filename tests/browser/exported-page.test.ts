/** The page that an export writes: opened as a file, offline. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { writeHtml } from '../../src/graph/formats/html/html.ts'
import { sentencesFrom } from '../../src/graph/formats/options.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { layout, layoutInput } from '../../src/graph/layout.ts'
import { CRUEL_NAMES, cruel, cruelText } from '../graph/formats/hostile.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'
import { violations } from './support/axe.ts'
import { launch } from './support/browser.ts'

let folder = ''
let browser: Browser
beforeAll(async () => {
  browser = await launch()
  folder = mkdtempSync(join(tmpdir(), 'dragoman-page-'))
  const sentencesOf = sentencesFrom(
    (id) => SAMPLES.find(({ document }) => document.id === id)?.document.text ?? cruelText,
  )
  const save = (name: string, graph: KnowledgeGraph): void =>
    writeFileSync(
      join(folder, name),
      [...writeHtml(graph, { sentencesOf, positions: layout(layoutInput(graph)) })].join(''),
    )
  save('samples.html', graphOf(SAMPLES))
  save('cruel.html', cruel)
  save('empty.html', graphOf([]))
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a page and fails when it asks for anything, or complains. */
async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...options, offline: true })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(request.url())
  })
  page.on('dialog', () => complaints.push('a dialog'))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  await page.goto(`file://${join(folder, name)}`)
  return page
}

describe('the exported page', () => {
  test('shows who is most connected, and leads to the sentence', async () => {
    const page = await open('samples.html')
    await page.getByRole('button', { name: /^Ilsa Marrow/ }).click()
    await page.getByRole('heading', { name: 'Ilsa Marrow' }).waitFor()
    await page
      .locator('summary')
      .filter({ hasText: 'accused' })
      .click({ position: { x: 8, y: 14 } })
    const quote = page.locator('details[open] blockquote').first()
    expect(await quote.locator('mark').allTextContents()).toEqual(['Marrow', 'Talvian Guard'])
    expect(await quote.locator('cite').textContent()).toBe('Night strike on Karsholm, Karsholm Post, 6 March 2031')
    expect(page.url()).toContain('#person%3Ailsa-marrow')
  })

  test('finds a name by a part of it, and by keyboard alone', async () => {
    const page = await open('samples.html')
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('oduy')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Bram Oduya' }).waitFor()
    const planned = page.locator('summary').filter({ hasText: 'visited' })
    expect(await planned.locator('.status').allTextContents()).toEqual(['planned', 'according to Northern Wire'])
  })

  test('draws: the picture is not of one colour', async () => {
    const page = await open('samples.html')
    const colours = await page.waitForFunction(() => {
      const canvas = document.querySelector('canvas')
      const { width = 0, height = 0 } = canvas ?? {}
      const data = width > 0 ? canvas?.getContext('2d')?.getImageData(0, 0, width, height).data : undefined
      const seen = new Set<number>()
      for (let i = 0; i < (data?.length ?? 0); i += 4)
        seen.add((data![i]! << 16) | (data![i + 1]! << 8) | data![i + 2]!)
      return seen.size > 20 && seen.size
    })
    expect(await colours.jsonValue()).toBeGreaterThan(20)
  })

  test.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 390, height: 844 }],
  ] as const)('is accessible, %s', async (colorScheme, viewport) => {
    const page = await open('samples.html', { colorScheme, viewport })
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /^Ilsa Marrow/ }).click()
    expect(await violations(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })

  test('shows hostile names as what they are', async () => {
    const page = await open('cruel.html')
    for (const name of CRUEL_NAMES.slice(0, 2)) {
      await page.getByRole('searchbox').fill(name.slice(0, 30))
      await page.keyboard.press('Enter')
      expect(await page.locator('aside h2').textContent()).toBe(name)
    }
    expect(await page.evaluate(() => 'caught' in globalThis)).toBe(false)
    expect(await page.locator('img, script:not([id]):not([nonce])').count()).toBe(0)
  })

  test('of nothing says so', async () => {
    const page = await open('empty.html')
    expect(await page.locator('aside').textContent()).toContain('0 nodes · 0 edges · 0 texts')
  })
})

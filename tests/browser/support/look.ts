/** What a test sees on the canvas: where things are, and which colours are there. */
import type { Locator, Page } from 'playwright-core'
import type { StageElement } from '../../../src/ui/parts/stage-keeper.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a node, or the middle of an edge, is in the window. */
export async function placeOf(page: Page, kind: 'node' | 'edge', key: string): Promise<Point> {
  const place = await page
    .locator('.stage')
    .evaluate((element, target) => (element as StageElement).locate?.(target), { kind, key })
  if (place === undefined) throw new Error(`there is no ${kind} "${key}" on the stage`)
  return place
}

/** The same, once it has stood still for some frames: the camera may be on its way. */
export async function restOf(page: Page, kind: 'node' | 'edge', key: string): Promise<Point> {
  let last = await placeOf(page, kind, key)
  for (let still = 0; still < 5; ) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const now = await placeOf(page, kind, key)
    still = Math.hypot(now.x - last.x, now.y - last.y) < 0.5 ? still + 1 : 0
    last = now
  }
  return last
}

/** Where an element is, once it has stood still for some frames. */
export async function restOfElement(element: Locator): Promise<Point> {
  const place = async (): Promise<Point> => {
    const { x, y, width, height } = (await element.boundingBox())!
    return { x: x + width / 2, y: y + height / 2 }
  }
  let last = await place()
  for (let still = 0; still < 5; ) {
    await element.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const now = await place()
    still = Math.hypot(now.x - last.x, now.y - last.y) < 0.5 ? still + 1 : 0
    last = now
  }
  return last
}

/** Number of different colours in a square around a point; 1 where nothing is drawn. */
export async function coloursAround(page: Page, { x, y }: Point, radius = 6): Promise<number> {
  const clip = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
  const picture = (await page.screenshot({ clip })).toString('base64')
  return page.evaluate(async (data) => {
    // Not through an address: the page's policy admits no pictures but the server's.
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]))
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const pen = canvas.getContext('2d')!
    pen.drawImage(image, 0, 0)
    const { data: bytes } = pen.getImageData(0, 0, image.width, image.height)
    const colours = new Set<number>()
    for (let i = 0; i < bytes.length; i += 4) colours.add(bytes[i]! * 65536 + bytes[i + 1]! * 256 + bytes[i + 2]!)
    return colours.size
  }, picture)
}

/** All icons on one canvas, so that the graphics card needs a single texture. */
import { iconUrls } from '../icon-files.ts'
import type { IconName } from '../icons.ts'

/** Cells in a row, and rows; the canvas is a square with sides of a power of two, as mipmaps want it. */
export const ATLAS_COLUMNS = 8
const CELL = 64
const MARGIN = 5

export interface IconAtlas {
  readonly canvas: HTMLCanvasElement
  /** Rises when the canvas was redrawn; 0 while it is empty. */
  readonly edition: number
  cell(name: IconName): number
}

/** @param onReady called once every icon is on the canvas */
export function createIconAtlas(onReady: () => void): IconAtlas {
  const names = [...iconUrls.keys()]
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = ATLAS_COLUMNS * CELL
  const atlas = { canvas, edition: 0, cell: (name: IconName) => names.indexOf(name) }
  void Promise.all(names.map((name) => load(iconUrls.get(name)!))).then((images) => {
    const pen = canvas.getContext('2d')
    if (pen === null) return
    images.forEach((image, i) => {
      const [column, row] = [i % ATLAS_COLUMNS, Math.floor(i / ATLAS_COLUMNS)]
      const side = CELL - 2 * MARGIN
      if (image !== null) pen.drawImage(image, column * CELL + MARGIN, row * CELL + MARGIN, side, side)
    })
    atlas.edition++
    onReady()
  })
  return atlas
}

/** A missing icon is a blemish, not a reason to draw nothing. */
const load = (url: string): Promise<HTMLImageElement | null> =>
  new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = url
  })

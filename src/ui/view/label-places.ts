/** Where names stand beside round signs, so that none covers another: first come, first served. */
export interface Sign {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Of the name, in pixels. */
  readonly width: number
}

export interface NamePlace {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const HEIGHT = 15
const GAP = 4

/**
 * @param signs in order of importance; each tries right, left, below and above, and stays without a name where all are taken
 * @returns the base line's start, end or middle of each name that found a place
 */
export function placeNames(signs: readonly Sign[], width: number, height: number): readonly NamePlace[] {
  const taken: Box[] = signs.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  const names: NamePlace[] = []
  for (const [i, sign] of signs.entries()) {
    const place = placesOf(sign).find(
      ({ box }) => isInside(box, width, height) && taken.every((other, j) => j === i || !overlap(box, other)),
    )
    if (place === undefined) continue
    taken.push(place.box)
    names.push(place.name)
  }
  return names
}

function placesOf({ key, x, y, radius, width }: Sign): readonly { readonly name: NamePlace; readonly box: Box }[] {
  const beside = { top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 }
  const [right, left] = [x + radius + GAP, x - radius - GAP]
  const [below, above] = [y + radius + GAP, y - radius - GAP]
  const middle = { left: x - width / 2, right: x + width / 2 }
  return [
    { name: { key, x: right, y: y + 4, anchor: 'start' }, box: { ...beside, left: right, right: right + width } },
    { name: { key, x: left, y: y + 4, anchor: 'end' }, box: { ...beside, left: left - width, right: left } },
    { name: { key, x, y: below + 11, anchor: 'middle' }, box: { ...middle, top: below, bottom: below + HEIGHT } },
    { name: { key, x, y: above - 3, anchor: 'middle' }, box: { ...middle, top: above - HEIGHT, bottom: above } },
  ]
}

const isInside = ({ left, top, right, bottom }: Box, width: number, height: number): boolean =>
  left >= 0 && top >= 0 && right <= width && bottom <= height

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

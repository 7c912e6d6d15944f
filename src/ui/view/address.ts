/** Lists of keys and places as they stand in the address; what cannot be read is passed over. */
import type { Position } from '../../graph/layout.ts'

const escaped = (key: string): string => key.replace(/[%,;@]/g, encodeURIComponent)

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const parts = (text: string | null, separator: string): string[] =>
  (text ?? '').split(separator).filter((part) => part !== '')

export const formatKeys = (keys: Iterable<string>): string => [...keys].map(escaped).join(',')
export const parseKeys = (text: string | null): string[] => parts(text, ',').map(unescaped)

/** Groups of keys, in order. */
export const formatGroups = (groups: readonly (readonly string[])[]): string => groups.map(formatKeys).join(';')
export const parseGroups = (text: string | null): string[][] => parts(text, ';').map((group) => parseKeys(group))

/** `key@x,y;key@x,y` */
export const formatPlaces = (places: ReadonlyMap<string, Position>): string =>
  [...places].map(([key, { x, y }]) => `${escaped(key)}@${x},${y}`).join(';')

export function parsePlaces(text: string | null): Map<string, Position> {
  const places = new Map<string, Position>()
  for (const part of parts(text, ';')) {
    const [key, at] = part.split('@')
    const [x, y] = numbers(at ?? '')
    if (key !== undefined && key !== '' && x !== undefined && y !== undefined) places.set(unescaped(key), { x, y })
  }
  return places
}

/** Numbers between commas; empty when one of them is none. */
export function numbers(text: string | null): number[] {
  const values = parts(text, ',').map(Number)
  return values.every(Number.isFinite) ? values : []
}

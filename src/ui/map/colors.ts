/** Colours of land and sea: pale, so that what happened stands out. */
import type { Scheme } from '../graph/palette.ts'

export interface MapColors {
  readonly sea: string
  readonly net: string
  readonly land: string
  readonly coast: string
  readonly border: string
}

export const MAP_COLORS: Readonly<Record<Scheme, MapColors>> = {
  light: { sea: '#f1f4f5', net: '#e6eaec', land: '#e7e1d3', coast: '#c4bba6', border: '#fbfaf7' },
  dark: { sea: '#11151b', net: '#191e25', land: '#2a2f37', coast: '#434a55', border: '#14171c' },
}

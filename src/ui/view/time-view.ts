/** How the timeline is looked at: part of the view, and so of the address. */
import type { Stretch } from './dates.ts'
import { type Part, parseStretch, stretchParts } from './filter-route.ts'

/** What one bar stands for. */
export const UNITS = ['day', 'week', 'month', 'year'] as const
export type Unit = (typeof UNITS)[number]

export interface TimeView {
  readonly isOpen: boolean
  /** Null: as the time that is shown asks for. */
  readonly unit: Unit | null
  /** The time that is shown; null for all of it. */
  readonly shown: Stretch | null
}

export const FIRST_TIME: TimeView = { isOpen: true, unit: null, shown: null }

export const timeParts = ({ isOpen, unit, shown }: TimeView): Part[] => [
  ...(isOpen ? [] : [['timeline', 'closed'] as const]),
  ...(unit === null ? [] : [['per', unit] as const]),
  ...stretchParts('time', shown),
]

export const parseTime = (parts: URLSearchParams): TimeView => ({
  isOpen: parts.get('timeline') !== 'closed',
  unit: UNITS.find((unit) => unit === parts.get('per')) ?? null,
  shown: parseStretch(parts.get('time')),
})

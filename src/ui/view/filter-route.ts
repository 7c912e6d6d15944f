/** The filters as parts of the address, and back. */
import { type CivilDate, parseCivilDate } from '../../model/date.ts'
import { MODALITIES, type Modality } from '../../model/facts.ts'
import { asDocumentId } from '../../model/ids.ts'
import { FAMILIES, type Family, isEntityType, isEventType } from '../../model/ontology.ts'
import type { Stretch } from './dates.ts'
import { type Filters, NO_FILTERS } from './filters.ts'
import { LENSES } from './lens.ts'

export type Part = readonly [name: string, value: string]

/** What differs from `NO_FILTERS`. Names that may hold a comma stand in a part each. */
export function filterParts(filters: Filters): Part[] {
  const lists = {
    'without-types': filters.withoutTypes,
    'without-families': filters.withoutFamilies,
    'without-status': filters.withoutModalities,
    documents: filters.documents,
  }
  const one = (isSet: boolean, name: string, value: string): Part[] => (isSet ? [[name, value]] : [])
  return [
    ...one(filters.lens !== NO_FILTERS.lens, 'lens', filters.lens),
    ...one(filters.loose, 'loose', 'yes'),
    ...Object.entries(lists).flatMap(([name, values]) => one(values.size > 0, name, [...values].sort().join(','))),
    ...[...filters.countries].sort().map((key): Part => ['country', key]),
    ...[...filters.speakers].sort().map((speaker): Part => ['speaker', speaker]),
    ...one(filters.minConfidence > 0, 'confidence', String(filters.minConfidence)),
    ...stretchParts('when', filters.window),
    ...one(filters.undated, 'undated', 'yes'),
  ]
}

/** Unknown and broken values are passed over. */
export function parseFilters(parts: URLSearchParams): Filters {
  const list = (name: string): string[] => (parts.get(name) ?? '').split(',').filter((value) => value !== '')
  const confidence = Number(parts.get('confidence') ?? 0)
  return {
    lens: LENSES.find((lens) => lens === parts.get('lens')) ?? NO_FILTERS.lens,
    withoutTypes: new Set(list('without-types').filter((name) => isEntityType(name) || isEventType(name))),
    withoutFamilies: new Set(list('without-families').filter((name): name is Family => Object.hasOwn(FAMILIES, name))),
    withoutModalities: new Set(
      list('without-status').filter((name): name is Modality => MODALITIES.some((modality) => modality === name)),
    ),
    documents: new Set(list('documents').map(asDocumentId)),
    countries: new Set(parts.getAll('country').filter((key) => key !== '')),
    speakers: new Set(parts.getAll('speaker')),
    minConfidence: confidence > 0 && confidence <= 1 ? confidence : 0,
    window: parseStretch(parts.get('when')),
    undated: parts.get('undated') === 'yes',
    loose: parts.get('loose') === 'yes',
  }
}

export const stretchParts = (name: string, stretch: Stretch | null): Part[] =>
  stretch === null ? [] : [[name, `${stretch.from}..${stretch.to}`]]

export function parseStretch(value: string | null): Stretch | null {
  const [from, to] = (value ?? '').split('..').map(parseCivilDate)
  return from === undefined || to === undefined || isAfter(from, to) ? null : { from, to }
}

const isAfter = (a: CivilDate, b: CivilDate): boolean => a.slice(0, b.length) > b.slice(0, a.length)

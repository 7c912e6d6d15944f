/** The legend of the graph, which is also the list of its filters: each row says what a sign means and how much there is. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { MODALITIES, type Modality } from '../../model/facts.ts'
import {
  ENTITY_TYPES,
  type EntityType,
  EVENT_TYPES,
  type EventType,
  FAMILIES,
  type Family,
  type NodeKind,
} from '../../model/ontology.ts'
import { STROKES } from '../graph/appearance.ts'
import { familyColor } from '../graph/palette.ts'
import { clearFilters, filterBy } from '../state/actions.ts'
import { counts, filters, graph, scheme } from '../state/store.ts'
import { isFiltering, looseCount } from '../view/filters.ts'
import { allBut, toggled } from '../view/sets.ts'
import { MODALITY_HINTS, MODALITY_LABELS, number, typePlural } from '../view/words.ts'
import { ChoiceFacets } from './choice-facets.tsx'
import { TypeIcon } from './type-icon.tsx'

const ENTITIES = Object.keys(ENTITY_TYPES) as EntityType[]
const KINDS: readonly {
  readonly kind: NodeKind
  readonly title: string
  readonly types: readonly (EntityType | EventType)[]
}[] = [
  { kind: 'actor', title: 'Who', types: ENTITIES.filter((type) => ENTITY_TYPES[type].kind === 'actor') },
  { kind: 'place', title: 'Where', types: ENTITIES.filter((type) => ENTITY_TYPES[type].kind === 'place') },
  { kind: 'event', title: 'What happened', types: Object.keys(EVENT_TYPES) as EventType[] },
]
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[]

export function Facets() {
  const count = counts.value
  if (count === null) return null
  const { withoutTypes, withoutFamilies, withoutModalities } = filters.value
  return (
    <div class="facets">
      <h2 class="unseen">Legend and filters</h2>
      {isFiltering(filters.value) && (
        <button type="button" class="button facets-reset" onClick={clearFilters}>
          Take all filters away
        </button>
      )}
      {KINDS.map(({ kind, title, types }) => (
        <Facet<EntityType | EventType>
          key={kind}
          title={title}
          values={types}
          counts={count.types}
          without={withoutTypes}
          label={typePlural}
          sign={(type) => <TypeIcon type={type} />}
          onChange={(next) => filterBy({ withoutTypes: next })}
          asWhole
        />
      ))}
      <Facet<Family>
        title="Relations"
        values={FAMILY_NAMES}
        counts={count.families}
        without={withoutFamilies}
        label={(family) => FAMILIES[family].label}
        sign={(family) => <Stroke color={familyColor(family, scheme.value)} modality="asserted" />}
        onChange={(next) => filterBy({ withoutFamilies: next })}
      />
      <Facet<Modality>
        title="Said to be"
        values={MODALITIES}
        counts={count.modalities}
        without={withoutModalities}
        label={(modality) => MODALITY_LABELS[modality]}
        hint={(modality) => MODALITY_HINTS[modality]}
        sign={(modality) => <Stroke modality={modality} />}
        onChange={(next) => filterBy({ withoutModalities: next })}
      />
      <ChoiceFacets />
      <LooseEnds />
    </div>
  )
}

/** Most names of a text are only mentioned; they can be searched, but would hide the graph. */
function LooseEnds() {
  const count = graph.value === null ? 0 : looseCount(graph.value)
  if (count === 0) return null
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={filters.value.loose}
        onChange={(event) => filterBy({ loose: event.currentTarget.checked })}
      />
      <span class="facet-label">Names without relations</span>
      <span class="facet-count">{number(count)}</span>
    </label>
  )
}

interface FacetProps<T extends string> {
  readonly title: string
  readonly values: readonly T[]
  readonly counts: ReadonlyMap<T, number>
  readonly without: ReadonlySet<T>
  readonly label: (value: T) => string
  readonly hint?: (value: T) => string
  readonly sign: (value: T) => ComponentChildren
  readonly onChange: (without: ReadonlySet<T>) => void
  /** Whether all of it can be switched off and on at once. */
  readonly asWhole?: boolean
}

function Facet<T extends string>(props: FacetProps<T>) {
  const { title, values, counts, without, label, hint, sign, onChange, asWhole = false } = props
  const present = values.filter((value) => counts.has(value) || without.has(value))
  if (present.length === 0) return null
  const others = [...without].filter((value) => !values.includes(value))
  return (
    <fieldset class="facet">
      <legend>{asWhole ? <Whole {...props} present={present} others={others} /> : title}</legend>
      {present.map((value) => (
        <div class="facet-row" key={value}>
          <label class="facet-choice" {...(hint !== undefined && { title: hint(value) })}>
            <input type="checkbox" checked={!without.has(value)} onChange={() => onChange(toggled(without, value))} />
            {sign(value)}
            <span class="facet-label">{label(value)}</span>
            <span class="facet-count">{number(counts.get(value) ?? 0)}</span>
          </label>
          <button
            type="button"
            class="facet-only"
            aria-label={`Only ${label(value)}`}
            onClick={() => onChange(new Set([...others, ...allBut(present, value, without)]))}
          >
            only
          </button>
        </div>
      ))}
    </fieldset>
  )
}

/** The heading of a facet as the box of all its rows. */
function Whole<T extends string>({
  title,
  counts,
  without,
  onChange,
  present,
  others,
}: FacetProps<T> & { readonly present: readonly T[]; readonly others: readonly T[] }) {
  const off = present.filter((value) => without.has(value)).length
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    box.current!.indeterminate = off > 0 && off < present.length
  }, [off, present.length])
  const sum = present.reduce((total, value) => total + (counts.get(value) ?? 0), 0)
  return (
    <label class="facet-whole">
      <input
        ref={box}
        type="checkbox"
        checked={off === 0}
        onChange={() => onChange(new Set(off === 0 ? [...others, ...present] : others))}
      />
      <span class="facet-label">{title}</span>
      <span class="facet-count">{number(sum)}</span>
    </label>
  )
}

/** A piece of line as the graph draws it. */
function Stroke({ color, modality }: { readonly color?: string; readonly modality: Modality }) {
  const sign = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    if (color !== undefined) sign.current?.style.setProperty('color', color)
  }, [color])
  const stroke = STROKES[modality]
  return (
    <svg ref={sign} class={`stroke stroke-${stroke}`} width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
      <path d="M1 6h20" />
      {stroke === 'crossed' && <path class="cross" d="m7.5 2.5 7 7m0-7-7 7" />}
    </svg>
  )
}

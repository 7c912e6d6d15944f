/** Filters by things of which there may be many: speakers, countries, documents. Nothing chosen means all of them. */
import { useState } from 'preact/hooks'
import { filterBy } from '../state/actions.ts'
import { counts, filters, graph } from '../state/store.ts'
import { CONFIDENCE_STEPS, NO_SPEAKER } from '../view/filters.ts'
import { toggled } from '../view/sets.ts'
import { number } from '../view/words.ts'

/** Rows shown until the reader asks for the others. */
const FEW = 6

export function ChoiceFacets() {
  const [count, facts] = [counts.value, graph.value]
  if (count === null || facts === null) return null
  const nameOf = (key: string): string =>
    key === NO_SPEAKER ? 'The article itself' : facts.hasNode(key) ? facts.getNodeAttribute(key, 'label') : `“${key}”`
  const titles = new Map<string, string>(facts.getAttribute('documents').map(({ id, title }) => [id, title]))
  const { speakers, countries, documents } = filters.value
  return (
    <>
      <ChoiceFacet
        title="Says who"
        counts={count.speakers}
        chosen={speakers}
        label={nameOf}
        onChange={(next) => filterBy({ speakers: next })}
      />
      <ChoiceFacet
        title="Country"
        counts={count.countries}
        chosen={countries}
        label={nameOf}
        onChange={(next) => filterBy({ countries: next })}
      />
      <ChoiceFacet
        title="Document"
        counts={count.documents}
        chosen={documents}
        label={(id) => titles.get(id) ?? id}
        onChange={(next) => filterBy({ documents: next })}
      />
      <Confidence counts={count.confidences} />
    </>
  )
}

interface ChoiceFacetProps<T extends string> {
  readonly title: string
  readonly counts: ReadonlyMap<T, number>
  readonly chosen: ReadonlySet<T>
  readonly label: (value: T) => string
  readonly onChange: (chosen: ReadonlySet<T>) => void
}

function ChoiceFacet<T extends string>({ title, counts: found, chosen, label, onChange }: ChoiceFacetProps<T>) {
  const [isWhole, setWhole] = useState(false)
  const values = [...new Set([...chosen, ...found.keys()])]
  if (values.length < 2 && chosen.size === 0) return null
  const rows = values
    .map((value) => ({ value, count: found.get(value) ?? 0, name: label(value) }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
  const shown = isWhole ? rows : rows.filter(({ value }, i) => i < FEW || chosen.has(value))
  return (
    <details class="facet choice" open={chosen.size > 0}>
      <summary>
        <span class="facet-label">{title}</span>
        <span class="facet-count">
          {chosen.size > 0 ? `${number(chosen.size)} of ${number(rows.length)}` : number(rows.length)}
        </span>
      </summary>
      <fieldset>
        <legend class="unseen">{title}</legend>
        {shown.map(({ value, count, name }) => (
          <label key={value} class="choice-row">
            <input type="checkbox" checked={chosen.has(value)} onChange={() => onChange(toggled(chosen, value))} />
            <span class="facet-label">
              <bdi>{name}</bdi>
            </span>
            <span class="facet-count">{number(count)}</span>
          </label>
        ))}
        {rows.length > shown.length && (
          <button type="button" class="link" onClick={() => setWhole(true)}>
            Show all {number(rows.length)}
          </button>
        )}
        {chosen.size > 0 && (
          <button type="button" class="link" onClick={() => onChange(new Set())}>
            Any {title.toLowerCase() === 'says who' ? 'speaker' : title.toLowerCase()}
          </button>
        )}
      </fieldset>
    </details>
  )
}

/** A rule promises to be right in so many of 100 cases. */
function Confidence({ counts: found }: { readonly counts: ReadonlyMap<number, number> }) {
  const { minConfidence } = filters.value
  const steps = CONFIDENCE_STEPS.filter((step) => found.has(step) || step === minConfidence)
  if (steps.length < 2) return null
  return (
    <details class="facet choice" open={minConfidence > 0}>
      <summary>
        <span class="facet-label">Confidence</span>
        <span class="facet-count">{minConfidence > 0 ? wordsFor(minConfidence) : ''}</span>
      </summary>
      <fieldset>
        <legend class="unseen">Confidence</legend>
        {steps.map((step) => (
          <label key={step} class="choice-row">
            <input
              type="radio"
              name="confidence"
              checked={step === minConfidence}
              onChange={() => filterBy({ minConfidence: step })}
            />
            <span class="facet-label">{wordsFor(step)}</span>
            <span class="facet-count">{number(found.get(step) ?? 0)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}

const wordsFor = (step: number): string => (step === 0 ? 'Any' : `${Math.round(step * 100)} % and more`)

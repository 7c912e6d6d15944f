/** What one can do with a node on the graph: ask for a path, look at it alone, bring in more, fold, hide, pin. */
import type { EdgeView, NodeAnswer, NodeSummary } from '../../api/schemas.ts'
import { askPath } from '../state/actions.ts'
import { expand, fold, hideNode, lookAround, pinNode, unpinNode } from '../state/step-actions.ts'
import { filters, graph, stagePlace, steps, visible } from '../state/store.ts'
import { type Filters, visibleIn } from '../view/filters.ts'
import { leavesOf, neighboursOf } from '../view/steps.ts'
import { counted, number, readingFrom } from '../view/words.ts'
import { Glyph } from './glyph.tsx'

/** Brought in at once: more would be a crowd. */
const AT_ONCE = 12

export function NodeSteps({ answer }: { readonly answer: NodeAnswer }) {
  const key = answer.node.key
  const facts = graph.value
  if (facts === null) return null
  const isDrawn = visible.value.nodes.has(key)
  const leaves = isDrawn ? leavesOf(facts, key, visible.value).length : 0
  const around = isDrawn ? neighboursOf(facts, key, visible.value).length : 0
  const isPinned = steps.value.pinned.has(key)
  return (
    <fieldset class="node-steps">
      <legend class="unseen">In the graph</legend>
      <button type="button" class="button" onClick={() => askPath(key, null)}>
        <Glyph name="path" /> How connected to …
      </button>
      {around > 0 && (
        <button type="button" class="button" onClick={() => lookAround(key)}>
          <Glyph name="centre" /> Only this
        </button>
      )}
      {leaves > 0 && (
        <button type="button" class="button" title="Hides neighbours that hang on it alone" onClick={() => fold(key)}>
          <Glyph name="fold" /> Fold away {number(leaves)}
        </button>
      )}
      {isDrawn && (
        <span class="node-steps-pair">
          <button
            type="button"
            class="button icon-only bordered"
            aria-label="Pin in its place"
            title="Pin in its place"
            aria-pressed={isPinned}
            onClick={() => {
              const place = stagePlace.value?.(key)
              if (isPinned) unpinNode(key)
              else if (place !== undefined) pinNode(key, place)
            }}
          >
            <Glyph name="pin" />
          </button>
          <button
            type="button"
            class="button icon-only bordered"
            aria-label="Hide from view"
            title="Hide from view"
            onClick={() => hideNode(key)}
          >
            <Glyph name="hide" />
          </button>
        </span>
      )}
      <MoreNeighbours answer={answer} />
    </fieldset>
  )
}

interface Undrawn {
  readonly reading: string
  readonly keys: readonly string[]
}

/** Neighbours that are not drawn though nothing but their number keeps them out, by relation. */
function undrawn({ node, relations, events }: NodeAnswer): readonly Undrawn[] {
  const facts = graph.value
  if (facts === null) return []
  const passing = visibleIn(facts, filters.value).nodes
  const groups = new Map<string, Set<string>>()
  for (const edge of [...relations, ...events]) {
    const isSource = edge.source.key === node.key
    const other = isSource ? edge.target : edge.source
    if (visible.value.nodes.has(other.key)) continue
    if (facts.hasNode(other.key) ? !passing.has(other.key) : !mayPass(other, edge, filters.value)) continue
    const reading = readingFrom(edge, isSource).filter(Boolean).join(' … ')
    const group = groups.get(reading)
    if (group === undefined) groups.set(reading, new Set([other.key]))
    else group.add(other.key)
  }
  return [...groups]
    .map(([reading, keys]) => ({ reading, keys: [...keys] }))
    .sort((a, b) => b.keys.length - a.keys.length || (a.reading < b.reading ? -1 : 1))
}

function mayPass(other: NodeSummary, edge: EdgeView, { lens, ...without }: Filters): boolean {
  if (lens === 'people' && other.kind === 'event') return false
  if (lens === 'events' && edge.family !== 'participation') return false
  return (
    !without.withoutTypes.has(other.type) &&
    !without.withoutFamilies.has(edge.family) &&
    !without.withoutModalities.has(edge.modality)
  )
}

function MoreNeighbours({ answer }: { readonly answer: NodeAnswer }) {
  const key = answer.node.key
  const groups = undrawn(answer)
  const all = [...new Set(groups.flatMap(({ keys }) => keys))]
  if (all.length === 0) return null
  const next = all.slice(0, AT_ONCE)
  return (
    <div class="more-neighbours">
      <button type="button" class="button" onClick={() => expand(key, next)}>
        <Glyph name="expand" /> Show {counted(next.length, 'more neighbour')}
        {all.length > next.length && <span class="quiet">of {number(all.length)}</span>}
      </button>
      {groups.length > 1 && (
        <ul class="more-by-relation" aria-label="More neighbours by relation">
          {groups.slice(0, 8).map(({ reading, keys }) => (
            <li key={reading}>
              <button
                type="button"
                class="chip"
                aria-label={`Show ${counted(Math.min(keys.length, AT_ONCE), 'more neighbour')}: ${reading}`}
                onClick={() => expand(key, keys.slice(0, AT_ONCE))}
              >
                {reading} <span class="facet-count">{number(keys.length)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

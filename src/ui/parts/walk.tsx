/** The neighbours of what is selected, as a list to walk along by keyboard; without a selection, where one may begin. */
import { useEffect, useRef } from 'preact/hooks'
import { byImportance } from '../../graph/importance.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { EDGES } from '../../model/ontology.ts'
import { select } from '../state/actions.ts'
import { graph, hovered, selection, visible } from '../state/store.ts'
import type { Visible } from '../view/filters.ts'
import { dates, MODALITY_LABELS, readingFrom } from '../view/words.ts'

interface Stop {
  readonly node: string
  readonly edge: string | null
  readonly words: string
}

const LONGEST = 60

/** Where one can go from a node along what is visible, the weightiest first. */
function stopsFrom(facts: KnowledgeGraph, node: string, { edges }: Visible): Stop[] {
  return facts
    .edges(node)
    .filter((edge) => edges.has(edge))
    .map((edge) => ({ edge, about: facts.getEdgeAttributes(edge), isSource: facts.source(edge) === node }))
    .sort((a, b) => b.about.weight - a.about.weight || (a.edge < b.edge ? -1 : 1))
    .slice(0, LONGEST)
    .map(({ edge, about, isSource }) => {
      const other = facts.opposite(node, edge)
      const { label, inverse } = EDGES[about.relation]
      const [before, after] = readingFrom({ label, inverse }, isSource)
      const status = about.modality === 'asserted' ? '' : `${MODALITY_LABELS[about.modality].toLowerCase()}: `
      const when = dates(about.first, about.last)
      const words = [
        status + (about.former ? 'formerly ' : '') + before,
        facts.getNodeAttribute(other, 'label'),
        after,
        when === null ? '' : `(${when})`,
      ]
      return { node: other, edge, words: words.filter((word) => word !== '').join(' ') }
    })
}

const beginnings = (facts: KnowledgeGraph, { nodes }: Visible): Stop[] =>
  byImportance(facts)
    .filter((key) => nodes.has(key))
    .slice(0, 12)
    .map((key) => ({ node: key, edge: null, words: facts.getNodeAttribute(key, 'label') }))

const LIST = 'walk-list'

/** Takes the keyboard to the list. */
export const walkInto = (): void => document.querySelector<HTMLElement>(`#${LIST} button`)?.focus()

export function Walk() {
  const facts = graph.value
  const chosen = selection.value
  const list = useRef<HTMLUListElement>(null)
  const goesOn = useRef(false)
  const node = chosen?.kind === 'node' && facts?.hasNode(chosen.key) ? chosen.key : null
  useEffect(() => {
    if (goesOn.current) list.current?.querySelector('button')?.focus()
    goesOn.current = false
  }, [node])
  if (facts === null) return null
  const stops = node === null ? beginnings(facts, visible.value) : stopsFrom(facts, node, visible.value)
  if (stops.length === 0) return null
  const name = node === null ? 'Most connected' : `Neighbours of ${facts.getNodeAttribute(node, 'label')}`
  return (
    <nav class="walk" aria-label={name}>
      <p class="walk-title" aria-hidden="true">
        <bdi>{name}</bdi>
      </p>
      <ul id={LIST} ref={list} onKeyDown={step}>
        {stops.map((stop) => (
          <li key={`${stop.node} ${stop.edge}`}>
            <button
              type="button"
              onFocus={() => {
                hovered.value = stop.edge === null ? { kind: 'node', key: stop.node } : { kind: 'edge', key: stop.edge }
              }}
              onBlur={() => {
                hovered.value = null
              }}
              onClick={() => {
                goesOn.current = true
                select({ kind: 'node', key: stop.node }, true)
              }}
            >
              <bdi>{stop.words}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Arrows, Home and End walk within the list; Escape goes back to the graph. */
function step(event: KeyboardEvent): void {
  const buttons = [...document.querySelectorAll<HTMLElement>(`#${LIST} button`)]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next: Readonly<Record<string, HTMLElement | null | undefined>> = {
    ArrowDown: buttons[(at + 1) % buttons.length],
    ArrowUp: buttons[(at - 1 + buttons.length) % buttons.length],
    Home: buttons[0],
    End: buttons.at(-1),
    Escape: document.querySelector<HTMLElement>('.stage'),
  }
  const goal = next[event.key]
  if (goal == null) return
  event.preventDefault()
  event.stopPropagation()
  goal.focus()
}

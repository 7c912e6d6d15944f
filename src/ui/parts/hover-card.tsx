/** A word on what the mouse is over, in a fixed corner so that nothing jumps: the panel has all of it for everybody. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { MODALITY_WORDS } from '../graph/appearance.ts'
import { documentSignal } from '../state/documents.ts'
import { graph, hovered, isPhone } from '../state/store.ts'
import { capital, counted, date, dates, typeLabel } from '../view/words.ts'
import { Former, Status } from './fact-notes.tsx'
import { TypeIcon } from './type-icon.tsx'

export function HoverCard() {
  const target = hovered.value
  const facts = graph.value
  if (target === null || facts === null || isPhone.value) return null
  if (target.kind === 'node') return facts.hasNode(target.key) ? <AboutNode facts={facts} node={target.key} /> : null
  return facts.hasEdge(target.key) ? <AboutEdge facts={facts} edge={target.key} /> : null
}

interface AboutNodeProps {
  readonly facts: KnowledgeGraph
  readonly node: string
}

function AboutNode({ facts, node }: AboutNodeProps) {
  const about = facts.getNodeAttributes(node)
  const notes =
    about.kind === 'event'
      ? [capital(typeLabel(about.type)), about.date && date(about.date), MODALITY_WORDS[about.modality]]
      : [about.role?.[0] ?? capital(typeLabel(about.type))]
  return (
    <div class="hover-card" aria-hidden="true">
      <p class="hover-title">
        <TypeIcon type={about.type} /> <bdi>{about.label}</bdi>
      </p>
      <p class="quiet">{[...notes, counted(facts.degree(node), 'relation')].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

interface AboutEdgeProps {
  readonly facts: KnowledgeGraph
  readonly edge: string
}

function AboutEdge({ facts, edge }: AboutEdgeProps) {
  const about = facts.getEdgeAttributes(edge)
  const [source, target] = facts.extremities(edge).map((end) => facts.getNodeAttribute(end, 'label'))
  const when = dates(about.first, about.last)
  return (
    <div class="hover-card" aria-hidden="true">
      <p class="hover-title">
        <Status modality={about.modality} />
        <Former edge={about} />
        <bdi>{source}</bdi> <span class="verb">{about.label}</span> <bdi>{target}</bdi>
      </p>
      <FirstSentence facts={facts} edge={edge} />
      <p class="quiet">{[when, counted(about.weight, 'statement')].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

function FirstSentence({ facts, edge }: AboutEdgeProps) {
  const [first] = facts.getEdgeAttribute(edge, 'evidence')
  if (first === undefined) return null
  const state = documentSignal(first.document).value
  if (state.state !== 'ready') return null
  const [start, end] = first.sentence ?? [first.start, first.end]
  return (
    <p class="hover-sentence">
      <bdi>{state.value.document.text.slice(start, end)}</bdi>
    </p>
  )
}

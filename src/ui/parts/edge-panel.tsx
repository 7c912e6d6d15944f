/** One relation: who, what, whom, and every sentence that says so. */
import type { EdgeView } from '../../api/schemas.ts'
import { FAMILIES } from '../../model/ontology.ts'
import { dates, readingFrom } from '../view/words.ts'
import { EdgeCorrections } from './edge-corrections.tsx'
import { Evidence, statements } from './evidence.tsx'
import { Former, Speaker, Status } from './fact-notes.tsx'
import { NodeLink } from './link.tsx'

export function EdgePanel({ edge }: { readonly edge: EdgeView }) {
  const [before, after] = readingFrom(edge, true)
  const when = dates(edge.first, edge.last)
  return (
    <article class="card" key={edge.key}>
      <header class="card-head">
        <p class="card-type">
          {FAMILIES[edge.family].label}
          <Status modality={edge.modality} />
          <Former edge={edge} />
        </p>
        <h2 class="card-title card-sentence">
          <NodeLink node={edge.source} /> <span class="verb">{before}</span> <NodeLink node={edge.target} />
          {after !== '' && <span class="verb"> {after}</span>}
          {edge.role !== undefined && <span class="role-note"> ({edge.role})</span>}
        </h2>
        <p class="card-facts">{[when, statements(edge.weight)].filter(Boolean).join(' · ')}</p>
        <p class="card-facts">
          <Speaker edge={edge} />
        </p>
        <EdgeCorrections edge={edge} />
      </header>
      <section class="family">
        <h3>The text says</h3>
        <Evidence passages={edge.evidence} />
      </section>
      <p class="how">
        Read by the rule <code>{edge.rule}</code>, right in about {Math.round(edge.confidence * 100)} of 100 cases.
      </p>
    </article>
  )
}

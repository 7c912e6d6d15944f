/** One relation: who, what, whom, and every sentence that says so. */
import type { EdgeView } from '../../api/schemas.ts'
import { FAMILIES } from '../../model/ontology.ts'
import { askPath } from '../state/actions.ts'
import { dates, readingFrom } from '../view/words.ts'
import { EdgeCorrections } from './edge-corrections.tsx'
import { Evidence, statements } from './evidence.tsx'
import { FactLine } from './fact-line.tsx'
import { Former, Status } from './fact-notes.tsx'
import { Glyph } from './glyph.tsx'
import { NodeLink, ViewLink } from './link.tsx'

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
          <FactLine edge={edge} />
        </p>
        <p class="card-facts edge-ways">
          {edge.event !== undefined && (
            <ViewLink to={{ kind: 'node', key: edge.event }} class="link">
              The event it is part of
            </ViewLink>
          )}
          <button type="button" class="link" onClick={() => askPath(edge.source.key, edge.target.key)}>
            <Glyph name="path" /> Other ways between the two
          </button>
        </p>
        <EdgeCorrections edge={edge} />
      </header>
      <section class="family">
        <h3>The text says</h3>
        <Evidence passages={edge.evidence} />
      </section>
    </article>
  )
}

/** One relation as read from one of its ends; it opens to the sentences that say so. */
import { useState } from 'preact/hooks'
import type { EdgeView } from '../../api/schemas.ts'
import { hovered } from '../state/store.ts'
import { dates, readingFrom } from '../view/words.ts'
import { Evidence, statements } from './evidence.tsx'
import { FactLine } from './fact-line.tsx'
import { Former, Status } from './fact-notes.tsx'
import { Glyph } from './glyph.tsx'
import { NodeLink, ViewLink } from './link.tsx'
import { TypeIcon } from './type-icon.tsx'

interface RelationProps {
  readonly edge: EdgeView
  /** Key of the node whose panel it stands in. */
  readonly from: string
  readonly isOpen: boolean
}

export function Relation({ edge, from, isOpen: isOpenFirst }: RelationProps) {
  const [isOpen, setOpen] = useState(isOpenFirst)
  const isSource = edge.source.key === from
  const other = isSource ? edge.target : edge.source
  const [before, after] = readingFrom(edge, isSource)
  const when = dates(edge.first, edge.last)
  const target = { kind: 'edge', key: edge.key } as const
  return (
    <li
      class={`relation relation-${edge.modality}${edge.former ? ' relation-former' : ''}`}
      onMouseEnter={() => {
        hovered.value = target
      }}
      onMouseLeave={() => {
        hovered.value = null
      }}
    >
      <button type="button" class="relation-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="relation-chevron">
          <Glyph name="chevron" />
        </span>
        <span class="relation-reading">
          <Former edge={edge} />
          <Status modality={edge.modality} />
          <span class="verb">{before} </span>
          <TypeIcon type={other.type} />
          <strong>
            <bdi>{other.label}</bdi>
          </strong>
          {after !== '' && <span class="verb"> {after}</span>}
          {edge.role !== undefined && edge.role !== 'participant' && <span class="role-note"> ({edge.role})</span>}
        </span>
        <span class="relation-when">{when ?? ''}</span>
      </button>
      {isOpen && (
        <div class="relation-body">
          <Evidence passages={edge.evidence} />
          <p class="relation-more">
            <NodeLink node={other} />
            <ViewLink to={target} class="quiet-link">
              {statements(edge.weight)}
            </ViewLink>
            <FactLine edge={edge} />
          </p>
        </div>
      )}
    </li>
  )
}

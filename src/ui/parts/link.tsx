/** A link to a node, an edge or a document: a real address, which a plain click follows within the page. */
import type { ComponentChildren } from 'preact'
import type { NodeSummary } from '../../api/schemas.ts'
import { select } from '../state/actions.ts'
import { hovered, linkTo } from '../state/store.ts'
import type { Selection } from '../view/route.ts'
import { MODALITY_LABELS } from '../view/words.ts'
import { TypeIcon } from './type-icon.tsx'

interface LinkProps {
  readonly to: Selection
  readonly class?: string
  readonly label?: string
  readonly children: ComponentChildren
}

export function ViewLink({ to, class: className, label, children }: LinkProps) {
  return (
    <a
      {...(className !== undefined && { class: className })}
      {...(label !== undefined && { 'aria-label': label })}
      href={linkTo(to)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        select(to, true)
      }}
      onMouseEnter={() => {
        if (to.kind !== 'document') hovered.value = { kind: to.kind, key: to.key }
      }}
      onMouseLeave={() => {
        hovered.value = null
      }}
    >
      {children}
    </a>
  )
}

/** A node by its sign and name; an event never without the word that says it did not (yet) happen. */
export function NodeLink({ node }: { readonly node: NodeSummary }) {
  const modality = node.modality ?? 'asserted'
  return (
    <ViewLink to={{ kind: 'node', key: node.key }} class="node-link">
      <TypeIcon type={node.type} />
      <bdi>{node.label}</bdi>
      {modality !== 'asserted' && <span class={`badge badge-${modality}`}>{MODALITY_LABELS[modality]}</span>}
    </ViewLink>
  )
}

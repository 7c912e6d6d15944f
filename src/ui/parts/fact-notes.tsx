/** What keeps a reader from taking a fact for more than it is: status, "formerly", who says so, when. */
import type { EdgeView } from '../../api/schemas.ts'
import type { Modality } from '../../model/facts.ts'
import { MODALITY_HINTS, MODALITY_LABELS } from '../view/words.ts'
import { ViewLink } from './link.tsx'

export const Status = ({ modality }: { readonly modality: Modality }) =>
  modality === 'asserted' ? null : (
    <span class={`badge badge-${modality}`} title={MODALITY_HINTS[modality]}>
      {MODALITY_LABELS[modality]}
    </span>
  )

export const Former = ({ edge }: { readonly edge: Pick<EdgeView, 'former'> }) =>
  edge.former ? <span class="badge badge-former">Formerly</span> : null

export function Speaker({ edge }: { readonly edge: Pick<EdgeView, 'attributedTo'> }) {
  const { attributedTo } = edge
  if (attributedTo === undefined) return null
  return (
    <span class="speaker">
      according to{' '}
      {attributedTo.key === undefined ? (
        <bdi>{attributedTo.label}</bdi>
      ) : (
        <ViewLink to={{ kind: 'node', key: attributedTo.key }}>
          <bdi>{attributedTo.label}</bdi>
        </ViewLink>
      )}
    </span>
  )
}

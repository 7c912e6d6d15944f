/** Right or wrong, and the other way round. */
import type { EdgeView } from '../../api/schemas.ts'
import { correct } from '../state/corrections.ts'

export function EdgeCorrections({ edge }: { readonly edge: EdgeView }) {
  const { key, confirmed, symmetric, relation } = edge
  const isPart = relation === 'participant_in' || relation === 'occurred_at'
  return (
    <div class="corrections">
      <button
        type="button"
        class="button"
        disabled={confirmed === true}
        onClick={() => void correct({ act: 'confirm-edge', edge: key })}
      >
        {confirmed ? 'Found right' : 'Right'}
      </button>
      <button type="button" class="button" onClick={() => void correct({ act: 'drop-edge', edge: key })}>
        Wrong
      </button>
      {!symmetric && !isPart && (
        <button type="button" class="button" onClick={() => void correct({ act: 'turn-edge', edge: key })}>
          Other way round
        </button>
      )}
    </div>
  )
}

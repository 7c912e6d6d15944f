/** Pairs that may be one, gone through by keyboard: Y the same, N not the same, arrows to look further, U undoes. */
import { useEffect, useState } from 'preact/hooks'
import type { Suggestion } from '../../api/corrections.ts'
import { correct, loadSuggestions, suggestions, undoLast } from '../state/corrections.ts'
import { library } from '../state/store.ts'
import { Evidence } from './evidence.tsx'
import { NodeLink } from './link.tsx'

export function Suggestions() {
  const [at, setAt] = useState(0)
  const { state: libraryState } = library.value
  useEffect(() => {
    if (libraryState === 'ready') void loadSuggestions()
  }, [library.value])
  const state = suggestions.value
  const all = state.state === 'ready' ? state.value : []
  const shown = Math.min(at, all.length - 1)
  const pair = all[shown]
  const step = (by: number): void => setAt(Math.max(0, Math.min(all.length - 1, shown + by)))
  if (pair === undefined) return null
  return (
    <section class="family suggestions" aria-label="Suggestions">
      <h3>
        The same? {shown + 1} of {all.length}
      </h3>
      <Pair pair={pair} step={step} />
    </section>
  )
}

function Pair({ pair, step }: { readonly pair: Suggestion; readonly step: (by: number) => void }) {
  const { node, other, reasons, evidence } = pair
  const same = (): void => void correct({ act: 'merge', node: node.key, others: [other.key] })
  const apart = (): void => void correct({ act: 'distinct', node: node.key, other: other.key })
  const keys: Readonly<Record<string, () => void>> = {
    y: same,
    n: apart,
    u: () => void undoLast(),
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
  }
  return (
    <fieldset
      onKeyDown={(event) => {
        const act = keys[event.key]
        if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        act()
      }}
    >
      <legend class="unseen">
        {node.label} and {other.label}: Y the same, N not the same, arrows for others, U undoes
      </legend>
      <p>
        <NodeLink node={node} /> and <NodeLink node={other} />
      </p>
      <p class="quiet">{reasons.map(({ reason, score }) => (score < 0 ? `but ${reason}` : reason)).join(', ')}</p>
      <Evidence passages={[...evidence.node.slice(0, 1), ...evidence.other.slice(0, 1)]} />
      <div class="corrections">
        <button type="button" class="button" onClick={same}>
          Same <kbd>Y</kbd>
        </button>
        <button type="button" class="button" onClick={apart}>
          Not the same <kbd>N</kbd>
        </button>
        <button type="button" class="button" onClick={() => step(1)}>
          Next <kbd>→</kbd>
        </button>
      </div>
    </fieldset>
  )
}

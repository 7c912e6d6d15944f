/** Pairs that may be one, gone through by keyboard: Y the same, N not the same, arrows to look further, U undoes. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Suggestion } from '../../api/corrections.ts'
import { canUndoCorrection, correct, loadSuggestions, suggestions, undoLast } from '../state/corrections.ts'
import { library } from '../state/store.ts'
import { Evidence } from './evidence.tsx'
import { NodeLink } from './link.tsx'

export function Suggestions() {
  const [at, setAt] = useState(0)
  // Whoever has answered the last one learns so, and can still take it back.
  const [wereAnswered, setAnswered] = useState(false)
  const box = useRef<HTMLFieldSetElement>(null)
  const { state: libraryState } = library.value
  useEffect(() => {
    if (libraryState === 'ready') void loadSuggestions()
  }, [library.value])
  const state = suggestions.value
  const all = state.state === 'ready' ? state.value : []
  const shown = Math.min(at, all.length - 1)
  const pair = all[shown]
  const isOver = pair === undefined
  useEffect(() => {
    // The button that had the keyboard is gone.
    if (isOver && document.activeElement === document.body) box.current?.focus()
  }, [isOver, wereAnswered])
  if (isOver && !wereAnswered) return null
  const step = (by: number): void => setAt((shown + by + all.length) % Math.max(all.length, 1))
  const answer = async (as: 'merge' | 'distinct'): Promise<void> => {
    if (pair === undefined) return
    const { node, other } = pair
    const wish =
      as === 'merge' ? { act: as, node: node.key, others: [other.key] } : { act: as, node: node.key, other: other.key }
    setAnswered(true)
    await correct(wish)
  }
  const keys: Readonly<Record<string, () => void>> = {
    y: () => void answer('merge'),
    n: () => void answer('distinct'),
    u: () => void undoLast(),
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
  }
  return (
    <section class="family suggestions" aria-label="Suggestions">
      <h3>{isOver ? 'The same?' : `The same? ${shown + 1} of ${all.length}`}</h3>
      <fieldset
        ref={box}
        tabIndex={-1}
        onKeyDown={(event) => {
          const act = keys[event.key.toLowerCase()] ?? keys[event.key]
          if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          // A key that is held down answers once.
          if (!event.repeat) act()
        }}
      >
        {isOver ? (
          <>
            <legend class="unseen">No pair is left. U undoes</legend>
            <p>Every pair has been judged.</p>
          </>
        ) : (
          <Pair pair={pair} onAnswer={answer} onNext={() => step(1)} />
        )}
        {canUndoCorrection.value && (
          <p class="suggestions-keys">
            <kbd>U</kbd> undoes the last answer
          </p>
        )}
      </fieldset>
    </section>
  )
}

interface PairProps {
  readonly pair: Suggestion
  readonly onAnswer: (as: 'merge' | 'distinct') => Promise<void>
  readonly onNext: () => void
}

function Pair({ pair: { node, other, reasons, evidence }, onAnswer, onNext }: PairProps) {
  return (
    <>
      <legend class="unseen">
        {node.label} and {other.label}: Y the same, N not the same, arrows for others, U undoes
      </legend>
      <p>
        <NodeLink node={node} /> and <NodeLink node={other} />
      </p>
      <p class="quiet">{reasons.map(({ reason, score }) => (score < 0 ? `but ${reason}` : reason)).join(', ')}</p>
      <Evidence passages={[...evidence.node.slice(0, 1), ...evidence.other.slice(0, 1)]} />
      <div class="corrections">
        <button type="button" class="button" onClick={() => void onAnswer('merge')}>
          Same <kbd>Y</kbd>
        </button>
        <button type="button" class="button" onClick={() => void onAnswer('distinct')}>
          Not the same <kbd>N</kbd>
        </button>
        <button type="button" class="button" onClick={onNext}>
          Next <kbd>→</kbd>
        </button>
      </div>
    </>
  )
}

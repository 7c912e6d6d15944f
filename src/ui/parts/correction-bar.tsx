/** What was corrected last, with a way back and forth; or why it could not be. */
import { useEffect, useRef } from 'preact/hooks'
import {
  canRedoCorrection,
  canUndoCorrection,
  closeNote,
  correctionProblem,
  lastCorrection,
  merging,
  redoNext,
  undoLast,
} from '../state/corrections.ts'
import { Glyph } from './glyph.tsx'

export function CorrectionBar() {
  const [last, problem, first] = [lastCorrection.value, correctionProblem.value, merging.value]
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button or form that did it may be gone: the keyboard goes on where it can be undone.
    if (last !== null && document.activeElement === document.body)
      bar.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [last])
  if (last === null && problem === null && first === null) return null
  return (
    <div class="correction-bar" ref={bar}>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {first !== null && (
        <p class="correction-note">
          Select the node that is the same as <bdi>{first.label}</bdi>.{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              merging.value = null
            }}
          >
            Not now
          </button>
        </p>
      )}
      {last !== null && (
        <p class="correction-note">
          {last.isUndone && 'Undone: '}
          <bdi>{last.of.sentence}</bdi>.{' '}
          {canUndoCorrection.value && (
            <button type="button" class="link" onClick={() => void undoLast()}>
              Undo
            </button>
          )}{' '}
          {canRedoCorrection.value && (
            <button type="button" class="link" onClick={() => void redoNext()}>
              Redo
            </button>
          )}
          <button type="button" class="button icon-only" aria-label="Close this note" onClick={closeNote}>
            <Glyph name="close" />
          </button>
        </p>
      )}
    </div>
  )
}

/** What was corrected last, with a way back; or why it could not be. */
import { correctionProblem, lastCorrection, merging, undoLast } from '../state/corrections.ts'

export function CorrectionBar() {
  const [last, problem, first] = [lastCorrection.value, correctionProblem.value, merging.value]
  return (
    <>
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
          <bdi>{last.sentence}</bdi>.{' '}
          <button type="button" class="link" onClick={() => void undoLast()}>
            Undo
          </button>
        </p>
      )}
    </>
  )
}

/** Said above everything while the server does not answer; what is on the page stays. */
import { isCutOff, tryNow } from '../state/connection.ts'

export function CutOff() {
  if (!isCutOff.value) return null
  return (
    <div class="cut-off" role="alert">
      <p>The server does not answer. Is dragoman still running? The page goes on as soon as it is back.</p>
      <button type="button" class="button" onClick={() => void tryNow()}>
        Try now
      </button>
    </div>
  )
}

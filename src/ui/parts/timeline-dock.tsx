/** The timeline under the graph: its place is kept from the start, its code comes when the graph has been drawn. */
import { useEffect, useState } from 'preact/hooks'
import { graph, view } from '../state/store.ts'
import { showTime } from '../state/time.ts'
import { Glyph } from './glyph.tsx'
import { lazily } from './lazy.tsx'

export const Timeline = lazily(async () => (await import('../timeline/timeline.tsx')).Timeline, 'timeline')

/** By then the graph is there, or there will be none. */
const PATIENCE_MS = 1500

export function TimelineDock() {
  const { isOpen } = view.value.time
  const isCalm = useCalm()
  if (graph.value === null || graph.value.order === 0) return null
  const words = isOpen ? 'Close the timeline' : 'Open the timeline'
  return (
    <div class={isOpen ? 'dock' : 'dock dock-closed'}>
      {isOpen && isCalm && <Timeline />}
      <button
        type="button"
        class={isOpen ? 'button icon-only dock-switch' : 'link dock-switch'}
        aria-expanded={isOpen}
        aria-label={words}
        title={words}
        onClick={() => showTime({ isOpen: !isOpen })}
      >
        {isOpen ? (
          <Glyph name="close" />
        ) : (
          <>
            <Glyph name="timeline" /> Timeline
          </>
        )}
      </button>
    </div>
  )
}

/** True when the browser has nothing more urgent to do. */
function useCalm(): boolean {
  const [isCalm, setCalm] = useState(false)
  useEffect(() => {
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(() => setCalm(true), PATIENCE_MS)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(() => setCalm(true), { timeout: PATIENCE_MS })
    return () => cancelIdleCallback(handle)
  }, [])
  return isCalm
}

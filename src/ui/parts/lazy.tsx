/** Parts of the page whose code is fetched when they are first shown. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { capital } from '../view/words.ts'

/**
 * A component that stands in for another one until its code is there, and says so where it does not come.
 * @param load imports the module and picks the component
 * @param waiting what is being fetched, as a reader would call it
 */
export function lazily<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  waiting: string,
): FunctionComponent<P> {
  let loaded: FunctionComponent<P> | undefined
  return function Lazily(props: P) {
    const [Part, setPart] = useState(() => loaded)
    const [attempt, setAttempt] = useState(0)
    const [hasFailed, setFailed] = useState(false)
    useEffect(() => {
      if (Part !== undefined) return
      let isGone = false
      setFailed(false)
      load().then(
        (component) => {
          loaded = component
          if (!isGone) setPart(() => component)
        },
        () => {
          if (!isGone) setFailed(true)
        },
      )
      return () => {
        isGone = true
      }
    }, [attempt])
    if (Part !== undefined) return <Part {...props} />
    return (
      <section class="lazy-note" aria-label={capital(waiting)}>
        {!hasFailed ? (
          <p class="quiet">Fetching the {waiting} …</p>
        ) : (
          <p role="alert">
            The {waiting} did not come from the server.{' '}
            <button type="button" class="link" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </button>
          </p>
        )}
      </section>
    )
  }
}

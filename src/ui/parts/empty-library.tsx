/** The first visit: what this is, and the ways to begin. */
import { useEffect, useState } from 'preact/hooks'
import { fetchSources } from '../api-client.ts'
import { addition, addSources, running } from '../state/adding.ts'
import { graph, isAdding } from '../state/store.ts'
import { counted } from '../view/words.ts'
import { Progress } from './added.tsx'
import { Glyph } from './glyph.tsx'

export function EmptyLibrary() {
  const going = running.value
  const documents = graph.value?.getAttribute('documents').length ?? 0
  if (going !== null)
    return (
      <div class="centre-note">
        <h2>Reading</h2>
        <Progress added={going} />
        <p class="quiet">The graph appears with the first names.</p>
      </div>
    )
  return (
    <div class="centre-note">
      <h2>{documents === 0 ? 'Nothing has been read yet' : 'No names were found yet'}</h2>
      <p>
        {documents === 0
          ? 'Dragoman reads news text and draws who met whom, where and when. Every line leads to the sentence that says so.'
          : `${counted(documents, 'document')} can be searched, but in ${documents === 1 ? 'it' : 'them'} nobody is named, or ${documents === 1 ? 'it is' : 'they are'} not in English.`}
      </p>
      <div class="ways">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            isAdding.value = true
          }}
        >
          <Glyph name="plus" /> Add text
        </button>
        <SampleButton />
      </div>
      <Failures />
      <p class="quiet">Or read a folder of texts from the command line:</p>
      <pre>
        <code>npx --no-install dragoman ingest my-articles/</code>
      </pre>
    </div>
  )
}

/** Where the server has samples, and the library has no texts that they would be mixed with. */
function SampleButton() {
  const [count, setCount] = useState(0)
  useEffect(() => {
    fetchSources('').then(
      ({ samples }) => setCount(samples),
      // Without an answer there are the other ways.
      () => setCount(0),
    )
  }, [graph.value])
  if (count === 0) return null
  return (
    <button type="button" class="button" onClick={() => void addSources({ samples: true })}>
      Load {counted(count, 'sample text')}
    </button>
  )
}

/** Why the samples could not be read; a text that is pasted tells it in its own place. */
function Failures() {
  const state = addition.value
  if (isAdding.value || state.state !== 'ready' || state.value.kind !== 'files') return null
  return (
    <>
      {state.value.failures.map((failure) => (
        <p class="problem" role="alert" key={failure}>
          {failure}
        </p>
      ))}
    </>
  )
}

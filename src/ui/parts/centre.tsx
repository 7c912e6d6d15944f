/** The middle of the page: graph or table, or the word that says why there is none. */
import { setToken } from '../api-client.ts'
import { clearFilters, resetView } from '../state/actions.ts'
import { canDraw, filters, library, loadLibrary, view, visible } from '../state/store.ts'
import { isFiltering } from '../view/filters.ts'
import { lazily } from './lazy.tsx'
import { StageView } from './stage-view.tsx'

const EmptyLibrary = lazily(async () => (await import('./empty-library.tsx')).EmptyLibrary, 'first steps')

const RelationTable = lazily(async () => (await import('./table.tsx')).RelationTable, 'table')

const WorldMap = lazily(async () => (await import('../map/map.tsx')).WorldMap, 'map')

const MeetingMatrix = lazily(async () => (await import('../matrix/matrix.tsx')).MeetingMatrix, 'matrix')

export function Centre() {
  return (
    <main class="centre" aria-label="Graph of what was read">
      <Content />
    </main>
  )
}

function Content() {
  const state = library.value
  switch (state.state) {
    case 'idle':
    case 'loading':
      return <p class="centre-note quiet">Reading the library …</p>
    case 'failed':
      if (state.status === 401) return <TokenForm />
      return (
        <div class="centre-note" role="alert">
          <h2>The library did not load</h2>
          <p>{state.message}</p>
          <button type="button" class="button primary" onClick={() => void loadLibrary()}>
            Try again
          </button>
        </div>
      )
    case 'ready':
      if (state.value.total.nodes === 0) return <EmptyLibrary />
      if (visible.value.nodes.size === 0 && view.value.screen !== 'graph') return <NothingLeft />
      if (view.value.screen === 'table') return <RelationTable />
      if (view.value.screen === 'map') return <WorldMap />
      if (view.value.screen === 'matrix') return <MeetingMatrix />
      if (!canDraw.value) return <NoWebGL />
      return (
        <>
          <StageView />
          {visible.value.nodes.size === 0 && <NothingLeft />}
        </>
      )
  }
}

/** A server that others on the network can reach asks for a secret word. */
function TokenForm() {
  return (
    <form
      class="centre-note"
      onSubmit={(event) => {
        event.preventDefault()
        setToken(String(new FormData(event.currentTarget).get('token') ?? ''))
        void loadLibrary()
      }}
    >
      <h2>This library asks for a secret word</h2>
      <p>It is the one that the server was started with, in the variable DRAGOMAN_TOKEN.</p>
      <label class="field">
        Secret word
        <input name="token" type="password" autocomplete="current-password" />
      </label>
      <button type="submit" class="button primary">
        Open the library
      </button>
    </form>
  )
}

function NothingLeft() {
  return (
    <div class="centre-note over" role="status">
      <h2>Nothing passes these filters</h2>
      {isFiltering(filters.value) ? (
        <button type="button" class="button primary" onClick={clearFilters}>
          Take the filters away
        </button>
      ) : (
        <button type="button" class="button primary" onClick={resetView}>
          Show everything
        </button>
      )}
    </div>
  )
}

function NoWebGL() {
  return (
    <div class="without-webgl">
      <p class="note" role="status">
        This browser offers no WebGL, which the drawing needs. Here are the same relations as a table; the map and the
        matrix work, too.
      </p>
      <RelationTable />
    </div>
  )
}

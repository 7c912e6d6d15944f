import { render } from 'preact'
import { App } from './parts/app.tsx'
import './state/changes.ts'
import { loadLibrary } from './state/store.ts'

void loadLibrary()
// Fetched beside the graph, not after it. Where that fails, the stage says so when it is needed.
void import('./graph/stage.ts').catch(() => {})
render(<App />, document.getElementById('page')!)

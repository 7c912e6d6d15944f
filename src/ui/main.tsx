import { render } from 'preact'
import { App } from './parts/app.tsx'
import { loadLibrary } from './state/store.ts'

void loadLibrary()
render(<App />, document.getElementById('page')!)

/** Marks the built command as executable, so that `npx dragoman` and a plain `dist/cli.js` run it. */
import { chmodSync } from 'node:fs'

chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755)

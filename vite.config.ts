import { defineConfig } from 'vite'

/** The page, from `src/ui` into `dist/ui`; the command line is built by `vite.cli.config.ts`. */
export default defineConfig({
  root: 'src/ui',
  base: './',
  build: { outDir: '../../dist/ui', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  worker: { format: 'es' },
})

import { defineConfig } from 'vite'

/**
 * The command line and the server, from `src/cli.ts` into `dist/cli.js`; readers of formats, which are loaded when they are
 * needed, into `dist/readers`; packages stay outside. Run by `scripts/build.mjs`.
 */
export default defineConfig({
  build: {
    ssr: 'src/cli.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      output: { entryFileNames: 'cli.js', chunkFileNames: 'readers/[name].js', banner: '#!/usr/bin/env node' },
    },
  },
})

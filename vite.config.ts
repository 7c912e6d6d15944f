import { defineConfig, type Plugin } from 'vite'
import { FIRST_QUESTION } from './src/ui/first-question.ts'

/** After the page's own addresses were looked through: this one is the server's. */
const askEarly: Plugin = {
  name: 'ask-early',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'link',
        attrs: { rel: 'preload', as: 'fetch', href: `./api/v1/${FIRST_QUESTION}`, crossorigin: '' },
        injectTo: 'head-prepend',
      },
    ],
  },
}

/** The page, from `src/ui` into `dist/ui`; the command line is built by `vite.cli.config.ts`. */
export default defineConfig({
  root: 'src/ui',
  base: './',
  plugins: [askEarly],
  build: { outDir: '../../dist/ui', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  worker: { format: 'es' },
})

/** The built page as static files. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import express, { Router } from 'express'

const ONE_YEAR = 365 * 24 * 3600 * 1000

/**
 * Files under `assets/` carry a hash of their content in their name and may be kept for ever; the page itself is asked
 * for anew each time. Any other address without a dot is the page's own.
 * @param folder of the built page; without it, `/` says how to build it
 */
export function servePage(folder: string | undefined): RequestHandler {
  const router = Router()
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
    router.get('/', (_request, response) => {
      response
        .type('text/plain')
        .send('The page is not built: run "npm run build". The API is at /api/v1/openapi.json\n')
    })
    return router
  }
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: ONE_YEAR, index: false }))
  router.use(
    express.static(folder, {
      cacheControl: false,
      setHeaders: (response) => response.set('Cache-Control', 'no-cache'),
    }),
  )
  router.get(/^\/[^.]*$/, (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
  return router
}

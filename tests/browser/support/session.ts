/** A server, a browser, and pages that must not complain. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import type { Library } from '../../../src/store/library.ts'
import type { Reading } from '../../support/extractions.ts'
import { launch, openPage, type WatchedPage } from './browser.ts'
import { serve } from './server.ts'

export interface Session {
  /** Opens the page at a view; whatever goes wrong on it by the end of the test fails the test. */
  readonly open: (hash?: string, options?: Parameters<typeof openPage>[2]) => Promise<Page>
  /** The same, for tests in which something is meant to go wrong, or that look at what did. */
  readonly openWatched: (hash?: string, options?: Parameters<typeof openPage>[2]) => Promise<WatchedPage>
  readonly url: () => string
  readonly library: () => Library
}

/** @param readings that the library holds; `terms` as `serve` takes them */
export function session(readings: readonly Reading[], terms: Parameters<typeof serve>[1] = {}): Session {
  let server: Awaited<ReturnType<typeof serve>>
  let browser: Browser
  beforeAll(async () => {
    server = await serve(readings, terms)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return {
    url: () => server.url,
    library: () => server.library,
    open: async (hash = '', options = {}) => {
      const { page, troubles } = await openPage(browser, server.url, options)
      onTestFinished(async () => {
        await page.context().close()
        expect(troubles).toEqual([])
      })
      await page.goto(`${server.url}/${hash}`)
      return page
    },
    openWatched: async (hash = '', options = {}) => {
      const watched = await openPage(browser, server.url, options)
      onTestFinished(() => watched.page.context().close())
      await watched.page.goto(`${server.url}/${hash}`)
      return watched
    },
  }
}

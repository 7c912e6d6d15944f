/** What a site asks programs not to fetch (robots.txt, RFC 9309): heeded where we follow links, not where a person names a page. */
import robotsParser from 'robots-parser'
import { UnreadableDocumentError } from '../../model/errors.ts'
import type { Source } from '../source.ts'
import { type FetchOptions, fetchBytes, fetchSource } from './fetch.ts'

const MOST_RULES = 512 * 1024

/** Gets pages that links lead to, one at a time; each site is asked for its rules once. */
export function createFollower(options: FetchOptions): (url: string) => Promise<Source> {
  const rules = new Map<string, Promise<(url: string) => boolean>>()
  return async (url) => {
    const site = URL.canParse(url) ? new URL(url).origin : ''
    const allowed = rules.get(site) ?? rulesOf(site, options)
    rules.set(site, allowed)
    if (!(await allowed)(url))
      throw new UnreadableDocumentError(
        url,
        `${url} was not read: the site asks programs not to fetch it (robots.txt). Open it in a browser, save it, and give the file.`,
      )
    return fetchSource(url, options)
  }
}

/**
 * A site without rules allows all. Of one whose rules cannot be had at the moment nothing is fetched.
 * @throws UnreadableDocumentError
 */
async function rulesOf(site: string, options: FetchOptions): Promise<(url: string) => boolean> {
  const address = `${site}/robots.txt`
  const { bytes, status } = await fetchBytes(address, { ...options, mostBytes: MOST_RULES })
  if (status >= 500)
    throw new UnreadableDocumentError(
      address,
      `${address} cannot be read: its server answers ${status}. Try again later.`,
    )
  if (status !== 200) return () => true
  const robots = robotsParser(address, bytes.toString('utf8'))
  return (url) => robots.isAllowed(url, options.agent) !== false
}

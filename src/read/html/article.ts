/** The article of a page without what stands around it. */
import { Readability } from '@mozilla/readability'
import { plainText } from './plain-text.ts'

/** A page with more elements is an index or a data sheet; scoring them would take minutes. */
const MOST_ELEMENTS = 40_000
/** Where the extractor keeps less than this share of a page that is all prose, it has lost the article. */
const LEAST_SHARE = 0.2
const SHORT = 200
/** Around the article by the standard's own words. */
const AROUND =
  'nav, header, footer, aside, form, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"]'

/** @param document is changed: the extractor takes it apart */
export function articleText(document: Document): string {
  const isLarge = document.querySelectorAll('*').length > MOST_ELEMENTS
  const spare = isLarge ? document : (document.cloneNode(true) as Document)
  const marked = spare.querySelectorAll('article')
  const extracted = isLarge ? '' : extract(document)
  const body = spare.querySelector('body') ?? spare.documentElement
  const only = marked.length === 1 ? plainText(marked[0]!) : ''
  for (const element of body.querySelectorAll(AROUND))
    if (element.closest('article') === null || element.localName === 'nav') element.remove()
  const whole = plainText(body)
  if (extracted.length >= SHORT && extracted.length >= whole.length * LEAST_SHARE) return extracted
  return only.length >= SHORT && only.length > extracted.length ? only : whole
}

function extract(document: Document): string {
  try {
    const found = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse()
    return found?.content == null ? '' : plainText(found.content)
  } catch {
    // It stumbles over pages that browsers would mend first; all their text is better than none.
    return ''
  }
}

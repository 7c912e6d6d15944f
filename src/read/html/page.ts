/** HTML → a document tree (linkedom): no scripts run, nothing is fetched. */
import { parseHTML } from 'linkedom'

/** Deeper than pages go, and than the extractor can stand, whose work grows with the square of the depth. */
const DEEPEST = 300

/** @param html of a page, or a piece of one */
export function parsePage(html: string): Document {
  const whole = /<body[\s>]/i.test(html)
    ? html
    : `<!doctype html><html>${headOf(html)}<body>${bodyOf(html)}</body></html>`
  const { document } = parseHTML(whole)
  prune(document)
  return document
}

/** linkedom makes no elements that are not written, as browsers do. */
const headOf = (html: string): string => /<head[\s>][\s\S]*?<\/head>/i.exec(html)?.[0] ?? ''
const bodyOf = (html: string): string =>
  html
    .replace(/<!doctype[^>]*>/gi, '')
    .replace(/<head[\s>][\s\S]*?<\/head>/gi, '')
    .replace(/<\/?html[^>]*>/gi, '')

/** Cuts off what lies too deep: no page that people read is built so. */
function prune(document: Document): void {
  let level: Element[] = [...document.children]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) for (const element of level) element.remove()
    level = depth > DEEPEST ? [] : level.flatMap((element) => [...element.children])
  }
}

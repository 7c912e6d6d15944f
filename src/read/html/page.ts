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

/** Of what lies too deep the words alone are left: no page is built so, but in many an element is never closed. */
function prune(document: Document): void {
  let level: Element[] = [...document.children]
  for (let depth = 0; level.length > 0 && depth < DEEPEST; depth++)
    level = level.flatMap((element) => [...element.children])
  for (const element of level) {
    for (const name of ['script', 'style', 'template'])
      for (const unread of [...element.getElementsByTagName(name)]) unread.remove()
    element.textContent = element.textContent ?? ''
  }
}

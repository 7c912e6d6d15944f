/** A piece of a page → plain text: one paragraph for each block, with an empty line between. */

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
   h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul`
    .trim()
    .split(/\s+/),
)
const UNREAD = new Set(
  'script style noscript template head title svg math canvas audio video iframe object embed button select option input textarea'.split(
    ' ',
  ),
)
const ELEMENT = 1
const TEXT = 3
const CDATA = 4

/** Soft hyphens and zero-width characters are for the eye: in words they would keep names from being found. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g

export function plainText(root: Node): string {
  const paragraphs: string[] = []
  let line = ''
  const end = (): void => {
    const words = line
      .split('\n')
      .map((part) => part.replace(/[ \t\f\r\u00A0]+/g, ' ').trim())
      .join('\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
    if (words !== '') paragraphs.push(words)
    line = ''
  }
  const add = (words: string, isSet: boolean): void => {
    if (!isSet) line += words.replace(/\s+/g, ' ')
    else
      for (const [i, part] of words.split(/\n[ \t]*\n/).entries()) {
        if (i > 0) end()
        line += part
      }
  }
  let preformatted = 0
  const visit = (node: Node): void => {
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      add((node.textContent ?? '').replace(INVISIBLE, '').replace(/\r\n?/g, '\n'), preformatted > 0)
      return
    }
    if (node.nodeType !== ELEMENT) {
      visitAll(node)
      return
    }
    const name = (node as Element).localName.toLowerCase()
    if (UNREAD.has(name) || isHidden(node as Element) || isMark(name, node)) return
    if (name === 'br') line += '\n'
    else if (name === 'td' || name === 'th') {
      visitAll(node)
      line += ' '
    } else if (BLOCKS.has(name)) {
      end()
      // Wire copy and cables are often saved as they were typed, with lines and empty lines.
      if (name === 'pre') preformatted++
      visitAll(node)
      if (name === 'pre') preformatted--
      end()
    } else visitAll(node)
  }
  const visitAll = (node: Node): void => {
    for (const child of node.childNodes) visit(child)
  }
  visit(root)
  end()
  return paragraphs.join('\n\n')
}

/** Link to the heading that it stands behind, as manuals have them. */
const isMark = (name: string, node: Node): boolean => name === 'a' && /^[¶§#]$/.test(node.textContent?.trim() ?? '')

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')

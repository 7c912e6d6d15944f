/** Word documents (OOXML): the text as it reads when all changes are accepted; notes at the end. */
import { UnreadableDocumentError } from '../../model/errors.ts'
import { MOST_WHOLE } from '../limits.ts'
import { inPackage, type Parts } from '../package-parts.ts'
import type { Found } from '../reader.ts'
import { digestOf, type Source, wholeOf } from '../source.ts'
import { childOf, descendants, elementsIn, isElement, textOf, type XmlElement } from '../xml.ts'

const MAIN = 'word/document.xml'

export async function* readDocx(source: Source): AsyncGenerator<Found> {
  const digest = digestOf(await wholeOf(source, MOST_WHOLE, 'a Word document', 'Split it.'))
  yield* inPackage(source, async function* (parts): AsyncGenerator<Found> {
    if (!parts.has(MAIN)) throw new UnreadableDocumentError(source.origin, `${source.origin} is ${otherKind(parts)}.`)
    const paragraphs = [...paragraphsIn(await parts.xml(MAIN))]
    for (const notes of ['word/footnotes.xml', 'word/endnotes.xml'])
      if (parts.has(notes))
        for (const note of elementsIn(await parts.xml(notes))) if (isNote(note)) paragraphs.push(...paragraphsIn(note))
    const properties = parts.has('docProps/core.xml') ? await parts.xml('docProps/core.xml') : undefined
    const property = (name: string): string | undefined =>
      textOf(childOf(properties, name)).replace(/\s+/g, ' ').trim() || undefined
    // "created" and "modified" are days of the file, not of publication.
    yield {
      kind: 'text',
      text: paragraphs.join('\n\n'),
      title: property('title'),
      author: property('creator'),
      language: property('language'),
      digest,
    }
  })
}

const otherKind = (parts: Parts): string =>
  parts.has('xl/workbook.xml')
    ? 'a spreadsheet. Save it as CSV, with one article a row, and give that'
    : parts.has('ppt/presentation.xml')
      ? 'a presentation. Save it as PDF, and give that'
      : 'no Word document, though it is called one. Give it the ending of what it is'

/** Word keeps the line above the notes as notes of their own. */
const isNote = ({ name, attributes }: XmlElement): boolean =>
  (name === 'footnote' || name === 'endnote') && attributes['w:type'] === undefined

/** Deleted words, those moved elsewhere, codes of fields, and the copies for older programs. */
const UNREAD = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'rPr',
  'pPr',
  'sectPr',
  'commentReference',
])

function* paragraphsIn(element: XmlElement): Generator<string> {
  for (const child of elementsIn(element)) {
    if (UNREAD.has(child.name)) continue
    if (child.name !== 'p') {
      yield* paragraphsIn(child)
      continue
    }
    const words = wordsOf(child)
      .replace(/[ \t]+/g, ' ')
      .trim()
    if (words !== '') yield words
    // A text box hangs in the paragraph beside which it stands.
    for (const box of descendants(child, 'txbxContent')) if (!isCopy(child, box)) yield* paragraphsIn(box)
  }
}

/** The same box once more, in `Fallback`. */
const isCopy = (paragraph: XmlElement, box: XmlElement): boolean =>
  [...descendants(paragraph, 'Fallback')].some((fallback) => [...descendants(fallback, 'txbxContent')].includes(box))

function wordsOf({ children }: XmlElement): string {
  return children
    .filter(isElement)
    .map((child) => {
      switch (child.name) {
        case 't':
          return textOf(child)
        case 'tab':
          return ' '
        case 'br':
        case 'cr':
          return '\n'
        case 'noBreakHyphen':
          return '-'
        case 'txbxContent':
          return ''
        case 'r':
          return isHidden(child) ? '' : wordsOf(child)
        default:
          return UNREAD.has(child.name) ? '' : wordsOf(child)
      }
    })
    .join('')
}

function isHidden(run: XmlElement): boolean {
  const vanish = childOf(childOf(run, 'rPr'), 'vanish')
  return vanish !== undefined && !/^(0|false|off)$/.test(vanish.attributes['w:val'] ?? '')
}

/** OpenDocument texts (LibreOffice): the text as it stands on the pages; notes at the end. */
import { UnreadableDocumentError } from '../../model/errors.ts'
import { MOST_WHOLE } from '../limits.ts'
import { inPackage } from '../package-parts.ts'
import type { Found } from '../reader.ts'
import { digestOf, type Source, wholeOf } from '../source.ts'
import { childOf, descendants, elementsIn, textOf, type XmlElement } from '../xml.ts'

export async function* readOdt(source: Source): AsyncGenerator<Found> {
  const { origin } = source
  const digest = digestOf(await wholeOf(source, MOST_WHOLE, 'an OpenDocument text', 'Split it.'))
  yield* inPackage(source, async function* (parts): AsyncGenerator<Found> {
    const manifest = parts.has('META-INF/manifest.xml') ? await parts.xml('META-INF/manifest.xml') : undefined
    if (manifest !== undefined && [...descendants(manifest, 'encryption-data')].length > 0)
      throw new UnreadableDocumentError(
        origin,
        `${origin} is protected by a password. Open it in its program, save it without one, and give that.`,
      )
    const body = childOf(childOf(await parts.xml('content.xml'), 'body'), 'text')
    if (body === undefined)
      throw new UnreadableDocumentError(
        origin,
        `${origin} is an OpenDocument file, but no text. Save it as PDF or CSV, and give that.`,
      )
    const notes: XmlElement[] = []
    const paragraphs = [...paragraphsIn(body, notes)]
    // Notes may hang on notes, so that the list grows while it is read.
    for (const note of notes) paragraphs.push(...paragraphsIn(note, notes))
    const meta = parts.has('meta.xml') ? childOf(await parts.xml('meta.xml'), 'meta') : undefined
    const property = (name: string): string | undefined =>
      textOf(childOf(meta, name)).replace(/\s+/g, ' ').trim() || undefined
    yield {
      kind: 'text',
      text: paragraphs.join('\n\n'),
      title: property('title'),
      author: property('initial-creator') ?? property('creator'),
      language: property('language'),
      digest,
    }
  })
}

const UNREAD = new Set([
  'tracked-changes',
  'annotation',
  'annotation-end',
  'forms',
  'sequence-decls',
  'note-citation',
  'bookmark',
])

function* paragraphsIn(element: XmlElement, notes: XmlElement[]): Generator<string> {
  for (const child of elementsIn(element)) {
    if (UNREAD.has(child.name)) continue
    if (child.name !== 'p' && child.name !== 'h') {
      yield* paragraphsIn(child, notes)
      continue
    }
    const boxes: XmlElement[] = []
    const words = wordsOf(child, notes, boxes)
      .replace(/[ \t]+/g, ' ')
      .trim()
    if (words !== '') yield words
    for (const box of boxes) yield* paragraphsIn(box, notes)
  }
}

/** @param boxes gets the text boxes that hang in the paragraph */
function wordsOf({ children }: XmlElement, notes: XmlElement[], boxes: XmlElement[]): string {
  return children
    .map((child) => {
      // Runs of white space are one space; more are written as elements.
      if (typeof child === 'string') return child.replace(/\s+/g, ' ')
      switch (child.name) {
        case 's':
        case 'tab':
          return ' '
        case 'line-break':
          return '\n'
        case 'note':
          notes.push(child)
          return ''
        case 'frame':
          boxes.push(child)
          return ''
        default:
          return UNREAD.has(child.name) ? '' : wordsOf(child, notes, boxes)
      }
    })
    .join('')
}

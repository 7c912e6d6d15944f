/**
 * PDF (pdf.js, in this thread, without its drawing). Letters stand at places on pages: columns are found by the white between
 * them, running heads by their return, words cut at line ends are joined.
 */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { MOST_WHOLE } from '../limits.ts'
import { inReadingOrder } from '../pdf/columns.ts'
import { paragraphsOf } from '../pdf/paragraphs.ts'
import { joinPieces, median, type PageLayout, type Piece } from '../pdf/pieces.ts'
import { withoutRunningHeads } from '../pdf/running-heads.ts'
import type { Found } from '../reader.ts'
import { digestOf, type Source, wholeOf } from '../source.ts'

export async function* readPdf(source: Source): AsyncGenerator<Found> {
  const { origin } = source
  const bytes = await wholeOf(source, MOST_WHOLE, 'a PDF', 'Split it.')
  const digest = digestOf(bytes)
  const pdf = await open(bytes, origin)
  try {
    const pages: PageLayout[] = []
    const empty: number[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pageOf(pdf, number, origin)
      pages.push(page)
      if (page.lines.length === 0) empty.push(number)
    }
    const paragraphs = paragraphsOf(withoutRunningHeads(pages))
    const text = paragraphs.join('\n\n')
    if (!/\p{L}{3}/u.test(text)) throw new UnreadableDocumentError(origin, withoutText(origin, pdf.numPages))
    const { title, author } = await propertiesOf(pdf)
    yield {
      kind: 'text',
      text,
      title: title ?? headlineOf(pages),
      author,
      digest,
      problems:
        empty.length > 0 ? [`it has no text on ${pagesInWords(empty)}; are they scanned?`.replace(/\?$/, '')] : [],
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function open(bytes: Buffer, origin: string): Promise<PDFDocumentProxy> {
  const { getDocument } = await loadPdfJs()
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    return await getDocument({
      // A copy: it is handed over to the parser, which takes it away.
      data: new Uint8Array(bytes),
      cMapUrl: `${join(folder, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      verbosity: 0,
    }).promise
  } catch (cause) {
    const { name, message } = cause as Error
    throw new UnreadableDocumentError(
      origin,
      name === 'PasswordException'
        ? `${origin} is protected by a password. Save it without one, for example: qpdf --decrypt --password=… in.pdf out.pdf`
        : `${origin} is damaged or cut off: it is no whole PDF (${message}). Get it anew.`,
      { cause },
    )
  }
}

type PdfJs = typeof import('pdfjs-dist')

/** It asks for a canvas to draw on, which nobody needs here, and which may not be installed. */
async function loadPdfJs(): Promise<PdfJs> {
  const room = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) room[name] ??= class {}
  return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs
}

async function pageOf(pdf: PDFDocumentProxy, number: number, origin: string): Promise<PageLayout> {
  try {
    const page = await pdf.getPage(number)
    const layout = await layoutOf(page)
    page.cleanup()
    return layout
  } catch (cause) {
    throw new UnreadableDocumentError(
      origin,
      `${origin} is damaged or cut off: its page ${number} cannot be read (${(cause as Error).message}). Get it anew.`,
      { cause },
    )
  }
}

async function layoutOf(page: PDFPageProxy): Promise<PageLayout> {
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false })
  const [left = 0, bottom = 0, , top = 0] = page.view
  const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, left, bottom) : []))
  const usual = median(pieces.flatMap(({ text, size }) => Array<number>(text.length).fill(size)))
  const words = pieces.filter((piece) => !isNoteMark(piece, usual))
  return { height: top - bottom, lines: inReadingOrder(joinPieces(words)) }
}

/** A small raised figure that points to a footnote would stick to the name before it. */
const isNoteMark = ({ text, size }: Piece, usual: number): boolean =>
  size < usual * 0.75 && /^\s*(?:\d{1,3}|[*†‡§])\s*$/.test(text)

/** Only level text: what is turned is a mark across the page, or an axis of a chart. */
function pieceOf({ str, transform, width, height }: TextItem, left: number, bottom: number): Piece[] {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number]
  const size = Math.abs(d) || Math.hypot(c, d) || height
  if (str === '' || size === 0 || Math.abs(b) > Math.abs(a) * 0.05) return []
  return [{ text: str, x: x - left, y: y - bottom, width, size }]
}

const withoutText = (origin: string, pages: number): string =>
  `${origin} has no text layer on its ${pages === 1 ? 'page' : `${pages} pages`}: it is scanned, or made of pictures. ` +
  'Have its words recognised first, for example: ocrmypdf in.pdf out.pdf'

function pagesInWords(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).join(', ')
  return numbers.length === 1
    ? `page ${shown}`
    : `pages ${shown}${numbers.length > 8 ? ` and ${numbers.length - 8} more` : ''}`
}

/** The day on which the file was made is not that of publication. Titles are often the name of a file, or of a template. */
async function propertiesOf(
  pdf: PDFDocumentProxy,
): Promise<{ readonly title?: string | undefined; readonly author?: string | undefined }> {
  const info = (await pdf.getMetadata().catch(() => undefined))?.info as
    | { Title?: unknown; Author?: unknown }
    | undefined
  const words = (value: unknown): string | undefined =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || undefined : undefined
  const title = words(info?.Title)
  const isName =
    title === undefined ||
    /\.(docx?|pdf|indd|tex|dvi|rtf|odt|qxd|p65)$|^(untitled|document\d*|microsoft word\b|layout\s*1$)/i.test(title)
  return { title: isName ? undefined : title, author: words(info?.Author) }
}

const LONGEST_HEADLINE = 200

/** The lines in the largest letters of the first page, where they are larger than the rest. */
function headlineOf([page]: readonly PageLayout[]): string | undefined {
  const lines = page?.lines ?? []
  const largest = Math.max(...lines.map(({ size }) => size))
  const first = lines.findIndex(({ size, text }) => size > largest * 0.97 && /\p{L}{3}/u.test(text))
  if (first < 0 || lines.filter(({ size }) => size > largest * 0.9).length > 4) return undefined
  const end = lines.findIndex(({ size }, i) => i > first && size < largest * 0.97)
  const words = lines
    .slice(first, end < 0 ? undefined : end)
    .map(({ text }) => text)
    .join(' ')
  return words.length <= LONGEST_HEADLINE ? words : undefined
}

/** Search in texts by SQLite's FTS5. */
import type { SnippetPart } from './library.ts'
import { PROVENANCE } from './provenance.ts'

/** Around what was found; control characters that stand in no news text. */
const [OPEN, CLOSE] = ['\u0002', '\u0003']

/**
 * Titles count most, then names, then the text itself; the snippet is of the text (column 1), of 24 words. Sorted by FTS5's own
 * `rank`, it makes snippets of the best only, each of which takes longer than to find it.
 */
export const SEARCH = `
SELECT documents.doc, documents.id, documents.title, documents.date, documents.source, documents.length,
       ${PROVENANCE},
       best.snippet
FROM (
  SELECT rowid AS doc, rank AS score, snippet(words, 1, '${OPEN}', '${CLOSE}', '…', 24) AS snippet
  FROM words
  WHERE words MATCH @query AND rank MATCH 'bm25(4.0, 1.0, 2.0)'
  ORDER BY rank
  LIMIT @limit
) AS best JOIN documents ON documents.doc = best.doc LEFT JOIN provenance ON provenance.doc = documents.doc
ORDER BY best.score, documents.id`

/**
 * What a person typed as an expression of FTS5: all words, the last as a beginning. Each is quoted, so that nothing in it
 * is taken for syntax. Undefined when there is no word in it.
 */
export function matchExpression(query: string): string | undefined {
  const words = query.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu)
  return words === null ? undefined : `${words.map((word) => `"${word}"`).join(' ')}*`
}

export function snippetParts(marked: string): SnippetPart[] {
  const parts = marked.split(OPEN).flatMap((piece, i): SnippetPart[] => {
    if (i === 0) return [{ text: piece, hit: false }]
    const [hit = '', ...rest] = piece.split(CLOSE)
    return [{ text: hit, hit: true }, { text: rest.join(''), hit: false }]
  }) // biome-ignore format: one glance
  return parts.filter(({ text }) => text !== '')
}

/** Corpora in which names are marked, brought to one form: classes "O", "B-person", "I-person" and so on. */
import { tokenize } from '../../src/nlp/text/tokens.ts'

export interface NamedSentence {
  readonly corpus: string
  /** The document that the sentence belongs to, where the corpus tells. */
  readonly document?: string
  readonly forms: readonly string[]
  readonly names: readonly string[]
}

/** Types that are neither person, organisation nor place become "other". */
const TYPES: Readonly<Record<string, string>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  person: 'person',
  politician: 'person',
  writer: 'person',
  corporation: 'organization',
  group: 'organization',
  organisation: 'organization',
  organization: 'organization',
  politicalparty: 'organization',
  location: 'place',
  country: 'place',
  place: 'place',
}

const classOf = (tag: string): string =>
  /^[BI]-/.test(tag) ? `${tag.slice(0, 2)}${TYPES[tag.slice(2)] ?? 'other'}` : 'O'

/** One word a line, its class in `column`; sentences apart by an empty line. IOB1 is made IOB2. */
export function parseColumns(corpus: string, source: string, column = 1, formColumn = 0): NamedSentence[] {
  const sentences: NamedSentence[] = []
  let document: string | undefined
  for (const block of source.replaceAll('\r', '').split(/\n\s*\n/)) {
    document = /^# newdoc id = (.+)$/m.exec(block)?.[1] ?? document
    const rows = block
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('-DOCSTART') && !line.startsWith('# '))
      .map((line) => (line.includes('\t') ? line.split('\t') : line.split(' ')))
    if (rows.length === 0) continue
    const tags = rows.map((row) => classOf(row[column]?.trim() ?? 'O'))
    const sentence = { corpus, forms: rows.map((row) => row[formColumn]!.trim()), names: begin(tags) }
    sentences.push(document === undefined ? sentence : { ...sentence, document })
  }
  return sentences
}

/** Universal NER: number, form, class. */
export const parseUniversal = (corpus: string, source: string) => parseColumns(corpus, source, 2, 1)

/** CrossNER: a JSON object a line, with the text and the spans of its names. */
export function parseSpans(corpus: string, source: string): NamedSentence[] {
  interface Row {
    readonly text: string
    readonly entities: readonly { readonly type: string; readonly start: number; readonly end: number }[]
  }
  return source
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { text, entities } = JSON.parse(line) as Row
      const tokens = tokenize(text, { start: 0, end: text.length })
      const names = tokens.map((token) => {
        const entity = entities.find((e) => e.start < token.end && token.start < e.end)
        if (entity === undefined) return 'O'
        const first = !tokens.some((t) => t.start < token.start && entity.start < t.end)
        return `${first ? 'B' : 'I'}-${TYPES[entity.type] ?? 'other'}`
      })
      return { corpus, forms: tokens.map((t) => text.slice(t.start, t.end)), names }
    })
}

/** A name that starts with "I-" starts with "B-". */
const begin = (tags: readonly string[]): string[] =>
  tags.map((tag, i) => {
    const before = tags[i - 1] ?? 'O'
    return tag.startsWith('I-') && before.slice(2) !== tag.slice(2) ? `B-${tag.slice(2)}` : tag
  })

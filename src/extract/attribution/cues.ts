/** The words that say whose word something is, as rows of `data/lexicon/speech.tsv`. */
import { ResourceError } from '../../model/errors.ts'

/**
 * `says`: tells it; `thinks`: holds it to be so; `shows`: gives evidence of it; `asks`; `wants`: will, plan, demand; `judges`:
 * is for or against it.
 */
export const CUE_KINDS = ['says', 'thinks', 'shows', 'asks', 'wants', 'judges'] as const
export type CueKind = (typeof CUE_KINDS)[number]

/**
 * Where the content stands: `that` (a finite clause), `inf` (an infinitive), `ing` (a participle), `as`, `obj` (an object),
 * `quote` (a quotation, or the clause beside "…, he said"), or a preposition such as `about`.
 */
export type ContentForm = string

export interface Cue {
  readonly lemma: string
  /** Words that must stand behind a verb: "point *out*". */
  readonly others: readonly string[]
  /** In which forms the content comes, and what the word then means. */
  readonly forms: ReadonlyMap<ContentForm, CueKind>
}

/** By lemma, those with more words first. */
export type CueTable = ReadonlyMap<string, readonly Cue[]>

export interface Cues {
  readonly verbs: CueTable
  readonly nouns: CueTable
  readonly adjectives: CueTable
}

interface Row {
  readonly cells: readonly string[]
  readonly where: string
}

/** @throws ResourceError that names file and line where the table is damaged */
export function parseCues(rows: readonly Row[]): Cues {
  const cues = rows.map(parseCue)
  const table = (wanted: string): CueTable => {
    const found = new Map<string, Cue[]>()
    for (const [pos, cue] of cues) if (pos === wanted) found.set(cue.lemma, [...(found.get(cue.lemma) ?? []), cue])
    for (const list of found.values()) list.sort((a, b) => b.others.length - a.others.length)
    return found
  }
  return { verbs: table('v'), nouns: table('n'), adjectives: table('a') }
}

function parseCue({ cells, where }: Row): readonly [pos: string, cue: Cue] {
  const [name = '', pos = '', meanings = ''] = cells
  if (!/^[vna]$/.test(pos)) throw new ResourceError(`${where}: the part of speech is "${pos}"; v, n or a is needed`)
  const forms = new Map<ContentForm, CueKind>()
  for (const meaning of meanings.split(' ')) {
    const [word, contents = ''] = meaning.split(':')
    const kind = CUE_KINDS.find((one) => one === word)
    if (kind === undefined) throw new ResourceError(`${where}: "${word}" is none of ${CUE_KINDS.join(', ')}`)
    if (contents === '') throw new ResourceError(`${where}: "${meaning}" lacks its contents, such as ${kind}:that`)
    for (const form of contents.split('|')) forms.set(form, kind)
  }
  const [lemma = '', ...others] = name.split(' ')
  return [pos, { lemma, others, forms }]
}

/** Verbs that may stand beside a quotation. */
export const quotingVerbs = ({ verbs }: Cues): ReadonlySet<string> =>
  new Set(
    [...verbs.values()]
      .flat()
      .filter(({ forms }) => forms.has('quote'))
      .map(({ lemma, others }) => [lemma, ...others].join(' ')),
  )

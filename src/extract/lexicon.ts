/**
 * The word lists that the rules read: frames of verbs and nouns, roles, verbs that govern the status of what hangs on them.
 * They are data (`data/lexicon/*.tsv`); here they are parsed and checked against the ontology.
 */
import { ResourceError } from '../model/errors.ts'
import { MODALITIES, type Modality } from '../model/facts.ts'
import { type EventType, isEventType, isRelationName, type RelationName } from '../model/ontology.ts'
import { type Cues, parseCues, quotingVerbs } from './attribution/cues.ts'

/** Which dependents fill a role: `subj`, `obj`, `iobj`, `poss`, `amod`, `compound`, `bearer` (whoever is called by a noun), a preposition such as `with`, `clause`, `doer`, `bound`;
 * `subj@force` only where the word is of a class of objects. */
export type ArgumentSpec = string

/** One reading of a verb or noun: which dependents are its agent and target, and what it then says. */
export interface Frame {
  /** As written in the table, such as `call off` or `shake >hand`. */
  readonly name: string
  readonly lemma: string
  /** Particles that must stand beside the verb, or words that must modify the noun. */
  readonly particles: readonly string[]
  /** Lemma of the object that the verb must have ("shake *hands*"), `@` and a class of objects ("lift *@measure*"), `*` for any, `-` for none. */
  readonly object: string | null
  readonly agent: readonly ArgumentSpec[]
  readonly target: readonly ArgumentSpec[]
  readonly relation: RelationName | null
  readonly kinship: string | null
  readonly event: EventType | null
  readonly status: Modality | null
  readonly example: string
}

/** What a title or role noun says about whoever bears it. */
export interface Role {
  readonly name: string
  /** Null for a title that ties its bearer to nothing ("Mr"). */
  readonly relation: RelationName | null
  /** True where the tie runs the other way ("predecessor"). */
  readonly inverted: boolean
  readonly kinship: string | null
  readonly gender: Gender | null
}

export type Gender = 'm' | 'f'

/** A word that gives what hangs on it its status: "*plan* to meet", "*cancel* a visit". */
export interface Governor {
  readonly governs: 'clause' | 'noun' | 'of'
  readonly status: Modality
}

export interface Lexicon {
  readonly verbs: ReadonlyMap<string, readonly Frame[]>
  readonly nouns: ReadonlyMap<string, readonly Frame[]>
  /** By lower-case words joined by a blank. */
  readonly roles: ReadonlyMap<string, Role>
  readonly governors: ReadonlyMap<string, readonly Governor[]>
  readonly speech: ReadonlySet<string>
  readonly cues: Cues
  readonly light: ReadonlySet<string>
  readonly collectives: ReadonlySet<string>
  /** Classes of objects that frames name, each with its nouns. */
  readonly objects: ReadonlyMap<string, ReadonlySet<string>>
}

export const LEXICON_FILES = ['frames', 'roles', 'governors', 'speech', 'light', 'collectives', 'objects'] as const
export type LexiconFile = (typeof LEXICON_FILES)[number]

/**
 * @param read gives a file's content by its name without folder and extension
 * @throws ResourceError that names file and line where a table is damaged
 */
export function parseLexicon(read: (file: LexiconFile) => string): Lexicon {
  const cues = parseCues(rows(read, 'speech', 3))
  const objects = new Map(
    rows(read, 'objects', 2).map(({ cells: [name = '', nouns = ''] }) => [name, new Set(nouns.split(' '))] as const),
  )
  const frames = rows(read, 'frames', 7).map((row) => parseFrame(row, objects))
  return {
    verbs: group(
      frames.filter(([pos]) => pos === 'v').map(([, frame]) => frame),
      (frame) => frame.lemma,
    ),
    nouns: group(
      frames.filter(([pos]) => pos === 'n').map(([, frame]) => frame),
      (frame) => frame.lemma,
    ),
    roles: new Map(rows(read, 'roles', 3).map((row) => [row.cells[0] as string, parseRole(row)])),
    governors: parseGovernors(rows(read, 'governors', 3)),
    speech: quotingVerbs(cues),
    cues,
    light: words(read, 'light'),
    collectives: words(read, 'collectives'),
    objects,
  }
}

interface Row {
  readonly cells: readonly string[]
  readonly where: string
}

function rows(read: (file: LexiconFile) => string, file: LexiconFile, columns: number): Row[] {
  return read(file)
    .split('\n')
    .map((line, i) => ({ cells: line.replace(/\r$/, '').split('\t'), where: `${file}.tsv, line ${i + 1}` }))
    .filter(({ cells }) => cells[0] !== '' && cells[0]?.startsWith('#') === false)
    .map((row) => {
      if (row.cells.length < columns)
        throw new ResourceError(`${row.where}: ${columns} columns are needed, ${row.cells.length} found`)
      return row
    })
}

const words = (read: (file: LexiconFile) => string, file: LexiconFile): Set<string> =>
  new Set(rows(read, file, 1).map(({ cells }) => cells[0] as string))

const alternatives = (cell: string): string[] => (cell === '-' ? [] : cell.split('|'))

function relationOf(cell: string, where: string): { relation: RelationName | null; kinship: string | null } {
  const [relation = '', kinship = null] = cell.split(':')
  if (relation === '-') return { relation: null, kinship }
  if (!isRelationName(relation)) throw new ResourceError(`${where}: "${relation}" is no relation of the ontology`)
  return { relation, kinship }
}

function modalityOf(cell: string, where: string): Modality {
  const found = MODALITIES.find((modality) => modality === cell)
  if (found === undefined) throw new ResourceError(`${where}: "${cell}" is none of ${MODALITIES.join(', ')}`)
  return found
}

function parseFrame({ cells, where }: Row, objects: Lexicon['objects']): [pos: string, Frame] {
  const [name = '', pos = '', agent = '-', target = '-', relation = '-', event = '-', status = '-', example = ''] =
    cells
  if (pos !== 'v' && pos !== 'n') throw new ResourceError(`${where}: the part of speech is "${pos}"; v or n is needed`)
  if (event !== '-' && !isEventType(event))
    throw new ResourceError(`${where}: "${event}" is no event type of the ontology`)
  const parts = name.split(' ')
  const lemma = pos === 'v' ? parts[0] : parts.at(-1)
  const others = pos === 'v' ? parts.slice(1) : parts.slice(0, -1)
  const object = others.find((part) => part.startsWith('>'))?.slice(1) ?? null
  if (object?.startsWith('@') && !objects.has(object.slice(1)))
    throw new ResourceError(`${where}: objects.tsv has no class "${object.slice(1)}"`)
  return [
    pos,
    {
      name,
      lemma: lemma ?? name,
      particles: others.filter((part) => !part.startsWith('>')),
      object,
      agent: alternatives(agent),
      target: alternatives(target),
      ...relationOf(relation, where),
      event: event === '-' ? null : event,
      status: status === '-' ? null : modalityOf(status, where),
      example,
    },
  ]
}

function parseRole({ cells, where }: Row): Role {
  const [name = '', relation = '-', gender = '-'] = cells
  const inverted = relation === 'preceded'
  return {
    name,
    ...relationOf(inverted ? 'succeeded' : relation, where),
    inverted,
    gender: gender === 'm' || gender === 'f' ? gender : null,
  }
}

function parseGovernors(table: readonly Row[]): Map<string, Governor[]> {
  const governors = new Map<string, Governor[]>()
  for (const { cells, where } of table) {
    const [word = '', governs, status = ''] = cells
    if (governs !== 'clause' && governs !== 'noun' && governs !== 'of') {
      throw new ResourceError(`${where}: "${governs}" is none of clause, noun, of`)
    }
    const entry = { governs, status: modalityOf(status, where) } as const
    governors.set(word, [...(governors.get(word) ?? []), entry])
  }
  return governors
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const list = groups.get(key(item))
    if (list === undefined) groups.set(key(item), [item])
    else list.push(item)
  }
  return groups
}

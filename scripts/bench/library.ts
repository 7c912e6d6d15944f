/** A library of invented dispatches that make a large graph, always the same: some are spoken of everywhere, most hardly ever. */
import { createHash } from 'node:crypto'
import { toReading } from '../../src/graph/import/to-reading.ts'
import { emptyGraph } from '../../src/graph/knowledge-graph.ts'
import { addDays, civilDay } from '../../src/model/date.ts'
import type { Modality } from '../../src/model/facts.ts'
import { documentId, edgeKey, type NodeKey, nodeKey } from '../../src/model/ids.ts'
import { EDGES, ENTITY_TYPES, type EntityType, type RelationName } from '../../src/model/ontology.ts'
import type { Library } from '../../src/store/library.ts'
import { randomFrom } from './random-graph.ts'

export interface Size {
  readonly nodes: number
  readonly edges: number
}

export interface Named {
  readonly key: NodeKey
  readonly label: string
  readonly type: EntityType
}

const GIVEN = ['Ana', 'Ivo', 'Teodor', 'Ilsa', 'Bram', 'Runa', 'Orla', 'Tomas']
const CONSONANTS = 'bdfklmnprstv'
const VOWELS = 'ai'
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel))
const TYPES: readonly EntityType[] = ['person', 'person', 'person', 'organization', 'country', 'city']
const DEEDS: readonly RelationName[] = [
  'met_with',
  'spoke_with',
  'accused',
  'supported',
  'threatened',
  'struck',
  'visited',
]
const STATUSES: readonly Modality[] = ['asserted', 'asserted', 'asserted', 'asserted', 'planned', 'possible', 'denied']
const EDGES_PER_DOCUMENT = 100

/** A name that no other number has, nor a spelling of it. */
function surname(number: number): string {
  let word = ''
  for (let rest = number, i = 0; i < 4; i++, rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The first are those that are spoken of most. */
export function namedNodes({ nodes }: Size): readonly Named[] {
  return Array.from({ length: nodes }, (_, i): Named => {
    const type = TYPES[i % TYPES.length]!
    const label = `${GIVEN[i % GIVEN.length]} ${surname(i)}`
    return { key: nodeKey(type, label), label, type }
  })
}

/** Fills an empty library. */
export function writeLibrary(library: Library, size: Size): void {
  const random = randomFrom(20_311_204)
  const named = namedNodes(size)
  const anybody = (): Named => named[Math.floor(random() * named.length)]!
  const somebody = (): Named => named[Math.floor(random() ** 2 * named.length)]!
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  for (let done = 0, n = 0; done < size.edges; done += EDGES_PER_DOCUMENT, n++) {
    const day = addDays(civilDay(2031, 1, 1), n % 700)
    const graph = emptyGraph({
      name: `Dispatch ${n}`,
      generator: pick(['Northern Wire', 'Karsholm Post']),
      date: day,
      documents: [],
    })
    const put = ({ key, label, type }: Named): void => {
      if (!graph.hasNode(key))
        graph.addNode(key, { label, aliases: [], kind: ENTITY_TYPES[type].kind, type, mentions: 1, evidence: [] })
    }
    for (let i = 0; i < EDGES_PER_DOCUMENT && done + i < size.edges; i++) {
      // Each is named at least once.
      const source = done + i < named.length ? named[done + i]! : anybody()
      let target = somebody()
      while (target === source) target = somebody()
      put(source)
      put(target)
      const relation = pick(DEEDS)
      const { label, plover } = EDGES[relation]
      graph.addDirectedEdgeWithKey(edgeKey(relation, source.key, target.key, [String(i)]), source.key, target.key, {
        ...{ relation, label, modality: pick(STATUSES), ...(plover !== null && { plover }) },
        ...{ first: day, last: day, weight: 1, rule: 'bench', confidence: 0.5 + random() / 2, evidence: [] },
      })
    }
    const { text, extraction } = toReading(graph, `dispatch-${n}.json`)
    const id = documentId(createHash('sha256').update(text).digest('hex'))
    const { date, generator: source } = graph.getAttributes()
    const document = { id, title: `Dispatch ${n}`, date, source, url: null, origin: `dispatch-${n}.json`, text }
    library.put({ ...document, body: { start: 0, end: text.length } }, extraction, 'bench')
  }
}

/** Turtle and JSON-LD, read by another parser than the one that wrote them. */
import { parse, type Quad } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { sentencesFrom } from '../../../src/graph/formats/options.ts'
import { writeJsonLd } from '../../../src/graph/formats/rdf/json-ld.ts'
import { writeTurtle } from '../../../src/graph/formats/rdf/turtle.ts'
import { PREFIXES } from '../../../src/graph/formats/rdf/vocabulary.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { cruel, cruelText, hostile } from './hostile.ts'

const samples = graphOf(SAMPLES)
const sentencesOf = sentencesFrom(
  (id) => SAMPLES.find(({ document }) => document.id === id)?.document.text ?? cruelText,
)
const turtle = (graph: KnowledgeGraph): Quad[] =>
  parse([...writeTurtle(graph, { sentencesOf })].join(''), { format: 'text/turtle' })
const jsonLd = (graph: KnowledgeGraph): Quad[] =>
  parse([...writeJsonLd(graph, { sentencesOf })].join(''), { format: 'application/ld+json' })
const asSet = (quads: readonly Quad[]): string[] => [...new Set(quads.map(String))].sort()

const short = (iri: string): string => {
  const found = Object.entries(PREFIXES).find(([, base]) => iri.startsWith(base))
  return found === undefined ? iri.replace('urn:dragoman:', '') : `${found[0]}:${iri.slice(found[1].length)}`
}
const plain = (quads: readonly Quad[]): string[] =>
  quads.map(({ subject, predicate, object }) => [subject, predicate, object].map(({ value }) => short(value)).join(' '))

test.each(Object.entries({ samples, hostile, cruel, empty: graphOf([]) }))(
  'Turtle and JSON-LD of %s say the same',
  (_, graph) => {
    const [one, other] = [asSet(turtle(graph)), asSet(jsonLd(graph))]
    expect(one).toEqual(other)
    expect(one.length).toBeGreaterThan(graph.order)
  },
)

describe('the triples', () => {
  const said = plain(turtle(samples))

  test('say what things are', () => {
    expect(said).toContain('node:person:ilsa-marrow rdf:type schema:Person')
    expect(said).toContain('node:person:ilsa-marrow schema:alternateName Marrow')
    expect(said).toContain('node:country:ostrava-lind rdf:type schema:Country')
    expect(said).toContain('node:event:attack:23764333b3dc rdf:type sem:Event')
    expect(said).toContain('node:event:attack:23764333b3dc sem:hasActor node:armed_force:talvian-guard')
    expect(said).toContain('node:event:attack:23764333b3dc sem:eventType plover:ASSAULT')
  })

  test('say plainly what is a fact', () => {
    expect(said).toContain('node:person:ilsa-marrow dragoman:leader_of node:country:ostrava-lind')
    expect(said).toContain('node:armed_force:talvian-guard dragoman:struck node:city:karsholm')
  })

  test('never say plainly what is planned, denied, claimed or past', () => {
    for (const relation of ['visited', 'spoke_with', 'official_of'])
      expect(said.filter((triple) => triple.includes(` dragoman:${relation} `))).toEqual([])
  })

  test('say of each edge its status, its speaker and its passages', () => {
    const edge = samples.findEdge((_, { relation }) => relation === 'visited') ?? ''
    const own = said.filter((triple) => triple.startsWith(`edge:${edge} `))
    expect(own).toContain(`edge:${edge} dragoman:modality planned`)
    expect(own).toContain(`edge:${edge} sem:accordingTo node:media:northern-wire`)
    const passage = own
      .find((triple) => triple.includes('prov:wasDerivedFrom'))
      ?.split(' ')
      .at(-1)
    expect(said.find((triple) => triple.startsWith(`${passage} prov:value`))).toContain('Her envoy Bram Oduya')
    expect(said.find((triple) => triple.startsWith(`${passage} prov:wasQuotedFrom`))).toContain('document:')
  })
})

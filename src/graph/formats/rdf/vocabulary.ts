/**
 * The terms of the Semantic Web that the graph is written in: schema.org for what things are, the Simple Event Model (SEM;
 * van Hage et al. 2011) for who took part in what and where, PROV-O for where it was read, RDF reification for what is said
 * of a statement, and terms of our own for what none of them has.
 */
import type { EntityType } from '../../../model/ontology.ts'

export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'https://schema.org/',
  sem: 'http://semanticweb.cs.vu.nl/2009/11/sem/',
  prov: 'http://www.w3.org/ns/prov#',
  wd: 'http://www.wikidata.org/entity/',
  /** Terms of our own; no server stands behind them. */
  dragoman: 'urn:dragoman:term:',
  plover: 'urn:dragoman:plover:',
} as const

type Prefix = keyof typeof PREFIXES
/** Such as `schema:name`. */
export type Term = `${Prefix}:${string}`

export function expand(term: Term): string {
  const colon = term.indexOf(':')
  return `${PREFIXES[term.slice(0, colon) as Prefix]}${term.slice(colon + 1)}`
}

/** Where things lie that have no address of their own. */
export const iri = (of: 'node' | 'edge' | 'document' | 'passage' | 'graph', key: string): string =>
  `urn:dragoman:${of}:${[...key].map(inIri).join('')}`

/** Letters of every script may stand in an IRI (RFC 3987); whatever could end it or mean something there is encoded. */
const inIri = (character: string): string => {
  if (/[\p{L}\p{N}\-._~:]/u.test(character)) return character
  return /\p{Surrogate}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character)
}

export const CLASSES: Readonly<Record<EntityType, readonly Term[]>> = {
  person: ['schema:Person', 'sem:Actor'],
  country: ['schema:Country', 'sem:Actor', 'sem:Place'],
  organization: ['schema:Organization', 'sem:Actor'],
  party: ['schema:PoliticalParty', 'sem:Actor'],
  armed_force: ['schema:Organization', 'sem:Actor'],
  media: ['schema:NewsMediaOrganization', 'sem:Actor'],
  group: ['sem:Actor'],
  city: ['schema:City', 'sem:Place'],
  region: ['schema:AdministrativeArea', 'sem:Place'],
  facility: ['schema:Place', 'sem:Place'],
}

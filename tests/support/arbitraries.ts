/** Random readings of random texts, in which every reference and every offset is good: for properties of graph and library. */
import fc from 'fast-check'
import { addDays, civilDay } from '../../src/model/date.ts'
import type { EventFact, Evidence, Extraction, Mention, Relation } from '../../src/model/facts.ts'
import { MODALITIES } from '../../src/model/facts.ts'
import { localId } from '../../src/model/ids.ts'
import type { EntityType, EventType, RelationName } from '../../src/model/ontology.ts'
import { ENTITY_TYPES, EVENT_TYPES, PARTICIPANT_ROLES, RELATIONS } from '../../src/model/ontology.ts'
import type { Reading } from './extractions.ts'
import { makeSource } from './extractions.ts'

/** Fixed, so that a failure comes again. */
export const SEEDED = { seed: 20311204 }

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[]

const NAMES: Readonly<Record<string, readonly string[]>> = {
  person: ['Ana Marrow', 'Marrow', 'Ivo Marrow', 'Teodor Quist', 'Quist', 'Teodor J. Quist', 'Sæl Ørn', 'Sael Orn'],
  country: ['Talvia', 'Republic of Talvia', 'Ostrava-Lind'],
  organization: ['Talvian Guard', 'The Talvian Guard', 'River Council', 'RC'],
  armed_force: ['Talvian Guard', 'RC'],
  city: ['Karsholm', 'Velmont'],
  region: ['Karsholm', 'The Reach'],
}

const type = fc.constantFrom<EntityType>('person', 'person', 'country', 'organization', 'armed_force', 'city', 'region')
const date = fc.option(fc.integer({ min: 0, max: 400 }).map((days) => addDays(civilDay(2031, 1, 1), days)))
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })

export const readingArbitrary: fc.Arbitrary<Reading> = text.chain((body) => {
  const span = fc
    .tuple(fc.nat({ max: body.length }), fc.nat({ max: body.length }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const evidence: fc.Arbitrary<Evidence> = fc.record(
    { span, sentence: span, source: span, target: span, trigger: span },
    { requiredKeys: ['span', 'sentence'] },
  )
  const evidences = fc
    .tuple(evidence, fc.array(evidence, { maxLength: 2 }))
    .map(([first, rest]): [Evidence, ...Evidence[]] => [first, ...rest])
  const entityDraft = type.chain((kind) =>
    fc.record({
      type: fc.constant(kind),
      name: fc.constantFrom(...(NAMES[kind] ?? [])),
      aliases: fc.subarray([...(NAMES[kind] ?? [])], { maxLength: 2 }),
      roles: fc.array(fc.record({ text: fc.constantFrom('president', 'envoy'), former: fc.boolean(), span }), {
        maxLength: 2,
      }),
      country: fc.option(fc.constantFrom('OL', 'TA'), { nil: undefined }),
      mentions: fc.array(fc.record({ span, form: fc.constantFrom('name', 'adjective', 'role', 'pronoun') }), {
        maxLength: 3,
      }),
    }),
  )
  return fc
    .uniqueArray(entityDraft, { minLength: 1, maxLength: 5, selector: ({ type, name }) => `${type} ${name}` })
    .chain((drafts) => {
      const entity = fc.nat({ max: drafts.length - 1 }).map((n) => localId('entity', n))
      const fact = {
        modality: fc.constantFrom(...MODALITIES),
        attributedTo: fc.option(
          fc.oneof(fc.record({ entity }), fc.record({ words: fc.constantFrom('a source', 'aides') })),
        ),
        date,
        endDate: date,
        rule: fc.constantFrom('one', 'two'),
        confidence: fc.constantFrom(0.5, 0.75, 0.9, 1),
        evidence: evidences,
      }
      const toll = fc.record({ min: fc.nat(99), max: fc.option(fc.nat(99)), text: fc.string(), span })
      const eventDraft = fc.record(
        {
          ...fact,
          type: fc.constantFrom<EventType>(...keysOf(EVENT_TYPES)),
          label: fc.string(),
          deed: fc.constantFrom<RelationName>(...keysOf(RELATIONS)),
          participants: fc.array(fc.record({ entity, role: fc.constantFrom(...PARTICIPANT_ROLES), span }), {
            maxLength: 3,
          }),
          places: fc.array(fc.record({ entity, span }), { maxLength: 2 }),
          killed: toll,
          wounded: toll,
          arrested: toll,
        },
        {
          noNullPrototype: true,
          requiredKeys: [
            'modality',
            'attributedTo',
            'date',
            'endDate',
            'rule',
            'confidence',
            'evidence',
            'type',
            'label',
            'participants',
            'places',
          ],
        },
      )
      return fc.array(eventDraft, { maxLength: 3 }).chain((events) => {
        const relation = fc.record(
          {
            ...fact,
            relation: fc.constantFrom<RelationName>(...keysOf(RELATIONS)),
            source: entity,
            target: entity,
            former: fc.boolean(),
            role: fc.constantFrom('parent', 'spouse'),
            event: fc.nat({ max: Math.max(events.length - 1, 0) }).map((n) => localId('event', n)),
          },
          {
            noNullPrototype: true,
            requiredKeys: [
              'modality',
              'attributedTo',
              'date',
              'endDate',
              'rule',
              'confidence',
              'evidence',
              'relation',
              'source',
              'target',
              'former',
            ],
          },
        )
        return fc
          .record({
            sentences: fc.array(span, { maxLength: 3 }),
            unresolved: fc.array(fc.record({ span, form: fc.constantFrom('name', 'pronoun') }), { maxLength: 2 }),
            relations: fc.array(relation, { maxLength: 5 }),
            notes: fc.array(fc.string(), { maxLength: 1 }),
            title: fc.string(),
            published: date,
            source: fc.option(fc.string()),
            origin: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt'),
          })
          .map((more): Reading => {
            const owned = (mentions: readonly Omit<Mention, 'entity'>[], n: number): Mention[] =>
              mentions.map((mention) => ({ ...mention, entity: localId('entity', n) }))
            const extraction: Extraction = {
              sentences: more.sentences,
              entities: drafts.map(({ country, mentions, ...draft }, n) => ({
                ...draft,
                id: localId('entity', n),
                kind: ENTITY_TYPES[draft.type].kind,
                ...(country !== undefined && { country }),
                mentions: owned(mentions as Omit<Mention, 'entity'>[], n),
              })),
              unresolved: more.unresolved.map((mention) => ({ ...mention, entity: null }) as Mention),
              relations: more.relations.map(({ event, ...fact }): Relation => {
                return { ...fact, ...(event !== undefined && events.length > 0 && { event }) }
              }),
              events: events.map((event, n): EventFact => ({ ...event, id: localId('event', n) })),
              notes: more.notes,
            }
            const { title, published, source, origin } = more
            return { document: makeSource(body, { title, date: published, source, origin }), extraction }
          })
      })
    })
})

/** Some readings of different texts from different origins. */
export const readingsArbitrary = (maxLength: number): fc.Arbitrary<Reading[]> =>
  fc
    .uniqueArray(readingArbitrary, { maxLength, selector: ({ document }) => document.id })
    .map((readings) =>
      readings.map(({ document, extraction }, i) => ({ document: { ...document, origin: `${i}.txt` }, extraction })),
    )

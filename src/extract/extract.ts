/**
 * The extractor: analysed sentences in, facts with evidence out. Each stage is a file; this one puts them in order.
 */
import type { SourceDocument } from '../model/document.ts'
import type { Entity, EventFact, Evidence, Extraction, Mention, Relation, Speaker, Toll } from '../model/facts.ts'
import { type LocalId, localId } from '../model/ids.ts'
import { ENTITY_TYPES, RELATIONS, type RelationName } from '../model/ontology.ts'
import { cover, type Span } from '../model/span.ts'
import type { Sentence } from '../nlp/analysis.ts'
import type { Attribution } from './attribution/attribution.ts'
import { findAttributions } from './attribution/find-attributions.ts'
import { type Clustering, clusterNames } from './clusters.ts'
import { confidenceOf } from './confidence.ts'
import { anchorAppositions, inferGenders, resolvePairs, resolvePronouns, resolveRoleNouns } from './coreference.ts'
import { describeRoles } from './described-roles.ts'
import { openDiscourse } from './discourse.ts'
import { hangEnumerations } from './enumerations.ts'
import { dates, plain, plainEvidence, sentenceSpan } from './evidence.ts'
import { resolveFirstPerson } from './first-person.ts'
import type { Happening } from './happening.ts'
import { findHappenings } from './happenings.ts'
import { labelOf } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { mendTree } from './mended-trees.ts'
import { findNames } from './mentions.ts'
import { dropHeadlineNames, repairNames } from './name-spans.ts'
import { hangTitles } from './name-trees.ts'
import { findPredications, type Predication, type Statement } from './predications.ts'
import { completeNames } from './recurring-names.ts'
import { type FrameTrial, type ReferenceContext, referents } from './reference.ts'
import { findRoleStatements, type RoleStatement } from './roles.ts'
import { type Time, timeOf } from './settings.ts'
import { type Speakers, speakersIn } from './speakers.ts'
import { statusAt } from './status.ts'
import type { Tie } from './tie.ts'
import { findTies } from './ties.ts'
import { type FindTimes, timesInOrder } from './times-in-order.ts'
import { type Count, findTolls, type TollStatement } from './tolls.ts'
import { spanOf, type Tree, tokenAt, treeOf } from './tree.ts'
import { impliedVisits } from './visits.ts'
import type { World } from './world.ts'

/** Document in, facts with evidence out. */
export interface Extractor {
  /** Changes whenever the same document may give other facts. */
  readonly version: string
  readonly extract: (document: SourceDocument, sentences: readonly Sentence[]) => Extraction
}

export interface ExtractorResources {
  readonly version: string
  readonly lexicon: Lexicon
  readonly world: World
  readonly times: FindTimes
  readonly counts: (sentence: Sentence) => readonly Count[]
}

export function createExtractor(resources: ExtractorResources): Extractor {
  return { version: resources.version, extract: (document, sentences) => extract(resources, document, sentences) }
}

function extract(resources: ExtractorResources, document: SourceDocument, sentences: readonly Sentence[]): Extraction {
  return write(readStages(resources, document, sentences), document, sentences)
}

/** What the stages found on the way from sentences to facts. */
export interface Stages {
  readonly trees: readonly Tree[]
  readonly clustering: Clustering
  readonly unresolvedPronouns: readonly Mention[]
  readonly context: ReferenceContext
  readonly roleStatements: readonly RoleStatement[]
  readonly attributions: readonly Attribution[]
  readonly timesOf: (sentence: number) => readonly Time[]
  readonly predications: readonly Predication[]
  readonly happenings: readonly Happening[]
  readonly ties: readonly Tie[]
}

/** @param trace told of every frame that is tried */
export function readStages(
  resources: ExtractorResources,
  document: SourceDocument,
  sentences: readonly Sentence[],
  trace?: (trial: FrameTrial) => void,
): Stages {
  const { lexicon, world } = resources
  const trees = readTrees(resources, sentences)
  const names = findNames(trees, lexicon, world)
  const clustering = clusterNames(trees, names)
  const discourse = openDiscourse(trees, clustering)
  const roleStatements = findRoleStatements(discourse, lexicon)
  inferGenders(discourse, roleStatements, world)
  anchorAppositions(discourse, roleStatements)
  resolveRoleNouns(discourse, roleStatements, lexicon)
  resolvePairs(discourse, roleStatements, lexicon)
  const unresolvedPronouns = resolvePronouns(discourse)
  const attributions = findAttributions(trees, lexicon.cues)
  resolveFirstPerson(discourse, speakersIn(trees, attributions))
  describeRoles(discourse, roleStatements, document.text)

  const context: ReferenceContext = {
    discourse,
    lexicon,
    world,
    text: document.text,
    notes: [],
    published: document.date,
    homes: new Map(),
    ...(trace === undefined ? {} : { trace }),
  }
  const ties = findTies(context, roleStatements)
  for (const { source, target, relation } of ties)
    if (OFFICES.has(relation)) context.homes.set(source, (context.homes.get(source) ?? new Set<number>()).add(target))
  const times = timesInOrder(resources.times, document.date, sentences)
  const timesOf = (sentence: number): readonly Time[] => times[sentence] ?? []
  const predications = findPredications(context)
  const tolls = trees.flatMap((tree, sentence) =>
    findTolls(tree, sentence, resources.counts(tree.sentence), (token) =>
      discourse
        .at(sentence, token)
        .some((anchor) => anchor.form === 'name' && discourse.entity(anchor.entity).type === 'person'),
    ),
  )
  const happenings = findHappenings(context, predications, tolls, timesOf)
  return {
    trees,
    clustering,
    unresolvedPronouns,
    context,
    roleStatements,
    attributions,
    timesOf,
    predications,
    happenings,
    ties,
  }
}

/** What was found, as facts with evidence. */
export function write(stages: Stages, document: SourceDocument, sentences: readonly Sentence[]): Extraction {
  const { context, predications, happenings, ties } = stages
  const { discourse } = context
  const speakers = speakersIn(stages.trees, stages.attributions)
  const writer = new FactWriter(context, document.text, stages.timesOf, speakers)
  const events = happenings.map((happening, i) => writer.event(happening, localId('event', i)))
  const eventOf = new Map(
    happenings.flatMap((happening, i) => happening.predications.map((p) => [p, localId('event', i)] as const)),
  )
  const implied = impliedVisits(context, predications, happenings, ties)
  const relations = [
    ...implied.map(({ predication, statement }) => writer.relation(predication, statement, eventOf.get(predication))),
    ...ties.map((tie) => writer.tie(tie)),
    ...predications.flatMap((p) => p.statements.map((s) => writer.relation(p, s, eventOf.get(p)))),
  ]
  const entities = discourse.entities.map((entity) => writer.entity(entity.index))
  const ambiguous: Mention[] = stages.clustering.ambiguous.map(({ start, end }) => ({
    span: { start, end },
    form: 'name',
    entity: null,
  }))
  return {
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    entities,
    unresolved: [...ambiguous, ...stages.unresolvedPronouns].sort((a, b) => a.span.start - b.span.start),
    relations: relations.sort(
      (a, b) => a.evidence[0].span.start - b.evidence[0].span.start || compare(a.relation, b.relation),
    ),
    events,
    notes: [
      ...(entities.length === 0 ? ['The text names nobody and no place that could be read.'] : []),
      ...new Set(context.notes),
    ],
  }
}

const OFFICES = new Set<RelationName>(['leader_of', 'official_of', 'envoy_of', 'commander_of'])

/** Trees of the sentences, their names and titles put right. */
export const readTrees = (
  { lexicon, world }: Pick<ExtractorResources, 'lexicon' | 'world'>,
  sentences: readonly Sentence[],
): readonly Tree[] =>
  completeNames(
    dropHeadlineNames(sentences.map(mendTree).map(treeOf), world).map((tree) =>
      treeOf(hangTitles(tree.sentence, repairNames(tree, lexicon, world), lexicon, world)),
    ),
  ).map(hangEnumerations)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Turns drafts, which speak of tokens, into facts, which speak of offsets. */
class FactWriter {
  readonly #context: ReferenceContext
  readonly #text: string
  readonly #timesOf: (sentence: number) => readonly Time[]
  readonly #speakers: Speakers

  constructor(
    context: ReferenceContext,
    text: string,
    timesOf: (sentence: number) => readonly Time[],
    speakers: Speakers,
  ) {
    this.#context = context
    this.#text = text
    this.#timesOf = timesOf
    this.#speakers = speakers
  }

  entity(index: number): Entity {
    const { discourse } = this.#context
    const { type, name, aliases, roles, country } = discourse.entity(index)
    const id = localId('entity', index)
    const mentions = discourse
      .of(index)
      .map(({ start, end, form }): Mention => ({ span: { start, end }, form, entity: id }))
    return {
      id,
      kind: ENTITY_TYPES[type].kind,
      type,
      name,
      aliases,
      roles,
      mentions,
      ...(country === null ? {} : { country }),
    }
  }

  tie(tie: Tie): Relation {
    const tree = this.#tree(tie.sentence)
    return {
      relation: tie.relation,
      source: localId('entity', tie.source),
      target: localId('entity', tie.target),
      former: tie.former,
      ...(tie.kinship === null ? {} : { role: tie.kinship }),
      modality: tie.modality,
      attributedTo: this.#tellerOf(tie, tree),
      date: null,
      endDate: null,
      rule: tie.rule,
      confidence: confidenceOf(tie.rule, tie.modality),
      evidence: [
        {
          span: cover([tie.spans.source, tie.spans.target, tie.spans.trigger]),
          sentence: sentenceSpan(tree),
          ...tie.spans,
        },
      ].map(plainEvidence) as [Evidence],
    }
  }

  relation(predication: Predication, statement: Statement, event: LocalId | undefined): Relation {
    const { sentence, trigger, pos, frame } = predication
    const tree = this.#tree(sentence)
    const time = timeOf(tree, trigger, this.#timesOf(sentence))
    const modality = frame.status ?? statusAt(tree, trigger, this.#context.lexicon, time, this.#context.published)
    const spans = { source: statement.source, target: statement.target, trigger: tokenAt(tree, trigger) }
    const rule = `${pos} ${frame.name}${statement.inferred ? ', where it happened' : ''}`
    return {
      relation: statement.relation,
      source: localId('entity', statement.source.entity),
      target: localId('entity', statement.target.entity),
      former: false,
      ...(statement.kinship === null ? {} : { role: statement.kinship }),
      ...(event === undefined ? {} : { event }),
      modality,
      attributedTo: this.#speaker(sentence, trigger, [statement.source.token]),
      ...dates(time),
      rule,
      confidence: confidenceOf(rule, modality),
      evidence: [
        plainEvidence({
          span: cover([spans.source, spans.target, spans.trigger]),
          sentence: sentenceSpan(tree),
          ...spans,
        }),
      ],
    }
  }

  event(happening: Happening, id: LocalId): EventFact {
    const [first] = happening.tellings
    const deed = happening.predications[0]?.frame.relation ?? null
    const evidence = happening.tellings.map(({ sentence, trigger, tokens }): Evidence => {
      const tree = this.#tree(sentence)
      const spans = [trigger, ...tokens].map((token) => tokenAt(tree, token))
      const word = tokenAt(tree, trigger)
      return {
        span: plain(cover(spans as unknown as [Span, ...Span[]])),
        sentence: sentenceSpan(tree),
        trigger: plain(word),
      }
    })
    const tolls = Object.fromEntries(
      Object.entries(happening.tolls).map(([kind, toll]) => [kind, this.#toll(toll as TollStatement)]),
    )
    return {
      id,
      type: happening.type,
      label: labelOf(this.#context.discourse, happening),
      ...(deed === null || RELATIONS[deed].nature === 'tie' || happening.type !== 'other' ? {} : { deed }),
      participants: happening.participants.map((p) => ({
        entity: localId('entity', p.entity),
        role: p.role,
        span: plain(p),
      })),
      places: happening.places.map((p) => ({ entity: localId('entity', p.entity), span: plain(p) })),
      ...tolls,
      modality: happening.modality,
      attributedTo: first === undefined ? null : this.#speaker(first.sentence, first.trigger, first.tokens),
      ...dates(happening.time),
      rule: happening.rule,
      confidence: confidenceOf(happening.rule, happening.modality),
      evidence: evidence as [Evidence, ...Evidence[]],
    }
  }

  #toll({ sentence, min, max, from, to }: TollStatement): Toll {
    const span = spanOf(this.#tree(sentence), from, to)
    return { min, max, text: this.#text.slice(span.start, span.end), span }
  }

  /** A title is the reporter's word also in what somebody says; "Linsk is the head of it" is Linsk's who says so. */
  #tellerOf({ rule, sentence, spans: { trigger } }: Tie, tree: Tree): Speaker | null {
    if (rule !== 'predicate noun') return null
    const token = tree.tokens.findIndex(({ start }) => start === trigger.start)
    return token < 0 ? null : this.#speaker(sentence, token, [])
  }

  #speaker(sentence: number, trigger: number, taking: readonly number[]): Speaker | null {
    const source = this.#speakers.of(sentence, trigger)
    if (source === undefined) return null
    // "Varnia said it would …": who tells what he does himself is the source of the edge already.
    if (taking.length === 1 && taking[0] === source.head && source.sentence === sentence) return null
    const speaking = [
      ...new Set(referents(this.#context, source.sentence, source.referent).map(({ entity }) => entity)),
    ]
    const [entity] = speaking
    if (entity !== undefined && speaking.length === 1) return { entity: localId('entity', entity) }
    const words = this.#text.slice(source.start, source.end).replace(/\s+/g, ' ')
    return { words }
  }

  #tree(sentence: number): Tree {
    return this.#context.discourse.trees[sentence] as Tree
  }
}

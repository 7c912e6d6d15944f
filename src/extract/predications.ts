/**
 * Verbs and nouns of the frame lexicon → who did what to whom: each match of a frame with the referents of its roles.
 */
import { allows, type EventType, RELATIONS, type RelationName } from '../model/ontology.ts'
import { deepObjects, nounArguments, verbArguments } from './arguments.ts'
import { type Concern, concernedBy } from './concerned.ts'
import { filled, framesOfNoun, framesOfVerb, lightVerb } from './frame-matching.ts'
import type { Frame } from './lexicon.ts'
import { governmentOf, type ReferenceContext, type Referent, referents } from './reference.ts'
import { placesOf } from './settings.ts'
import { baseRelation, dependents, isPassive, preposition, type Tree, tokenAt } from './tree.ts'

/** One relation that a frame states between two referents. */
export interface Statement {
  readonly relation: RelationName
  readonly kinship: string | null
  readonly source: Referent
  readonly target: Referent
  /** True where the target is only where it happened. */
  readonly inferred: boolean
}

/** A verb or noun whose frames matched. */
export interface Predication {
  readonly sentence: number
  readonly trigger: number
  /** The verb that carries an event noun ("*held* talks"). */
  readonly light: number | undefined
  /** The frame that decides the event, else the first that matched. */
  readonly frame: Frame
  /** What happened, where the words tell of a happening. */
  readonly event: EventType | null
  readonly pos: 'verb' | 'noun'
  readonly agents: readonly Referent[]
  readonly targets: readonly Referent[]
  /** Where no target is named: whom the object concerns ("a ban on *Varnian* goods"). */
  readonly concerned: readonly Referent[]
  readonly statements: readonly Statement[]
}

/** More pairs than this from one trigger are a list, not a meeting. */
export const MOST_PAIRS = 45
/** Roles filled from what is said, agreed to or demanded. */
const CONTENT = new Set(['clause', 'doer', 'bound'])
/** Who rejects a demand rejects whose demand it is. */
const OWNED_TARGETS = new Set<RelationName>(['accused', 'rejected', 'supported', 'requested'])
/** What is done to somebody's things or people is done in view of him. */
const TOUCHING = new Set<RelationName | null>([
  null, 'accused', 'rejected', 'supported', 'yielded_to', 'sanctioned', 'threatened', 'investigated', 'protested_against', 'requested',
  'aided', 'offered', 'restricted', 'arrested', 'charged', 'released', 'captured', 'killed', 'wounded', 'struck', 'expelled',
]) // biome-ignore format: one glance
/** Who lifts a ban on somebody's goods gives way to him. */
const CONCERNING = new Set<RelationName>([
  ...OWNED_TARGETS,
  'yielded_to',
  'sanctioned',
  'threatened',
  'investigated',
  'protested_against',
])
const COMPANY = new Set(['together with', 'along with', 'alongside', 'accompanied by', 'as well as'])

export function findPredications(context: ReferenceContext): readonly Predication[] {
  return context.discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap((token, trigger): Predication[] => {
      const found =
        token.upos === 'VERB' || isHyphenated(tree, trigger) || isPredicative(tree, trigger)
          ? verbPredication(context, tree, sentence, trigger)
          : token.upos === 'NOUN' || token.upos === 'PROPN'
            ? nounPredication(context, tree, sentence, trigger)
            : undefined
      return found === undefined ? [] : [found]
    }),
  )
}

/** "Varnia-occupied": an adjective to the tagger, a participle to us. */
const isHyphenated = (tree: Tree, at: number): boolean =>
  tokenAt(tree, at).upos === 'ADJ' && tree.tokens[at - 1]?.form === '-' && /ed$|led$/.test(tokenAt(tree, at).form)

/** "is *willing* to withdraw" */
const isPredicative = (tree: Tree, at: number): boolean =>
  tokenAt(tree, at).upos === 'ADJ' && dependents(tree, at, 'cop').length > 0

/** "called it a mistake": no telephone rang. */
const isNaming = (tree: Tree, verb: number): boolean =>
  tokenAt(tree, verb).lemma === 'call' &&
  dependents(tree, verb, 'xcomp', 'ccomp').some((child) => tokenAt(tree, child).xpos !== 'VB')

/** "called on Teskova", "tried to return": no telephone, no court. */
const isOtherSense = (tree: Tree, verb: number, { event, name }: Frame): boolean =>
  (event === 'call' &&
    name === 'call' &&
    dependents(tree, verb, 'obj').length === 0 &&
    dependents(tree, verb, 'obl').some((child) => /^(?:on|upon|for|in)$/.test(preposition(tree, child))) &&
    !isPassive(tree, verb)) ||
  (name === 'try' && dependents(tree, verb, 'xcomp').length > 0)

/** "hard-hitting sanctions", "striking workers": no deeds. */
const isEpithet = (tree: Tree, at: number): boolean =>
  tokenAt(tree, at).deprel === 'amod' && tokenAt(tree, at).xpos === 'VBG'

function verbPredication(
  context: ReferenceContext,
  tree: Tree,
  sentence: number,
  verb: number,
): Predication | undefined {
  const readings = isEpithet(tree, verb) || isNaming(tree, verb) ? [] : framesOfVerb(context.lexicon, tree, verb)
  const frames = readings.filter((frame) => !isOtherSense(tree, verb, frame))
  if (frames.length === 0) return undefined
  return assemble(
    context,
    sentence,
    verb,
    undefined,
    'verb',
    frames,
    (spec) => verbArguments(tree, verb, spec),
    companions(tree, verb),
  )
}

function nounPredication(
  context: ReferenceContext,
  tree: Tree,
  sentence: number,
  noun: number,
): Predication | undefined {
  const token = tokenAt(tree, noun)
  const frames = framesOfNoun(context.lexicon, tree, noun)
  if (frames.length === 0 || baseRelation(token.deprel) === 'compound' || isStateOf(tree, noun)) return undefined
  if (context.discourse.covering(sentence, noun)?.form === 'name' || isMonth(tree, noun)) return undefined
  const carrier = lightVerb(tree, noun, context.lexicon)
  const light = carrier !== undefined && onlySpeaksOf(tokenAt(tree, carrier).lemma, frames) ? undefined : carrier
  const found = assemble(
    context,
    sentence,
    noun,
    light,
    'noun',
    frames,
    (spec) => nounArguments(tree, noun, spec, light),
    light === undefined ? [] : companions(tree, light),
  )
  // "offered aid to Keldavia" is an offer to Keldavia already.
  const offers = light !== undefined && OFFERING.has(tokenAt(tree, light).lemma)
  return offers && found !== undefined
    ? { ...found, statements: found.statements.filter(({ relation }) => relation !== 'aided') }
    : found
}

const OFFERING = new Set(['offer', 'promise', 'pledge', 'propose'])

/** "in March", "March 17" */
const isMonth = (tree: Tree, at: number): boolean =>
  tokenAt(tree, at).form === 'March' && (at > 0 || /^\d/.test(tree.tokens[at + 1]?.form ?? ''))

/** "a state of siege" besieges nobody. */
const isStateOf = (tree: Tree, noun: number): boolean => {
  const { deprel, head } = tokenAt(tree, noun)
  return baseRelation(deprel) === 'nmod' && preposition(tree, noun) === 'of' && tokenAt(tree, head).lemma === 'state'
}

/** Verbs that judge a happening: their subject has no part in it. */
const JUDGING = new Set([
  'condemn',
  'denounce',
  'deplore',
  'criticize',
  'criticise',
  'support',
  'back',
  'welcome',
  'praise',
  'hail',
  'investigate',
  'mourn',
])
/** Verbs whose subject would have a part in talks that it speaks of, but not in attacks. */
const SPEAKING = new Set([
  'demand', 'request', 'reject', 'accept', 'repeat', 'reiterate', 'reaffirm', 'press', 'push', 'call', 'avoid', 'boycott', 'refuse',
  'announce', 'propose', 'seek', 'pursue', 'submit', 'show', 'present', 'say', 'tell', 'speak', 'add', 'warn', 'declare', 'state',
]) // biome-ignore format: one glance

/** Acts that are announced by those who do them. */
const ANNOUNCING = new Set(['announce', 'declare', 'propose', 'show'])
const OWN_ACTS = new Set<EventType>(['sanction', 'deployment', 'withdrawal', 'ceasefire', 'release', 'arrest', 'aid'])

/** "London condemned the attack", "demanded the release": said of somebody else's deed. */
function onlySpeaksOf(verb: string, frames: readonly Frame[]): boolean {
  if (JUDGING.has(verb)) return true
  // "showed an unwillingness to comply": one's own.
  if (frames.every(({ target }) => target.includes('clause'))) return false
  if (ANNOUNCING.has(verb) && frames.every(({ event }) => event !== null && OWN_ACTS.has(event))) return false
  return (
    SPEAKING.has(verb) &&
    frames.every(
      ({ relation }) =>
        relation === null || !['CONSULT', 'AGREE', 'COOPERATE'].includes(RELATIONS[relation].plover ?? ''),
    )
  )
}

const companions = (tree: Tree, at: number): readonly number[] =>
  [at, ...dependents(tree, at, 'obj', 'nsubj')]
    .flatMap((head) => dependents(tree, head, 'obl', 'nmod'))
    .filter((child) => COMPANY.has(preposition(tree, child)))

function assemble(
  context: ReferenceContext,
  sentence: number,
  trigger: number,
  light: number | undefined,
  pos: 'verb' | 'noun',
  frames: readonly Frame[],
  find: (spec: string) => readonly number[],
  company: readonly number[],
): Predication | undefined {
  const tree = context.discourse.trees[sentence] as Tree
  const fill = (spec: string): readonly number[] => filled(context.lexicon, tree, spec, find)
  const cache = new Map<string, readonly Referent[]>()
  const refer = (spec: string, sites: boolean): readonly Referent[] => {
    const key = `${spec} ${sites}`
    const known = cache.get(key)
    if (known !== undefined) return known
    const tokens = fill(spec)
    const named = distinct(tokens.flatMap((token) => referents(context, sentence, token, { sites })))
    const found =
      named.length > 0 || spec !== 'subj' || pos === 'noun' ? named : doersOf(context, sentence, tokens, frames)
    cache.set(key, found)
    return found
  }
  const accompanying = company.flatMap((token) => referents(context, sentence, token))
  // Who visits a capital has been in the city, whatever its government thinks of it.
  const goes = frames.some((frame) => frame.relation === 'visited')
  let main: Pick<Predication, 'frame' | 'agents' | 'targets' | 'concerned'> | undefined
  const statements: Statement[] = []
  const byContent =
    frames.some((frame) => frame.target.some((spec) => CONTENT.has(spec))) &&
    pos === 'verb' &&
    find('clause').length > 0
  for (const frame of frames) {
    const sites =
      frame.event === 'attack' ||
      frame.event === 'deployment' ||
      frame.relation === 'struck' ||
      frame.relation === 'withdrew_from' ||
      frame.relation === 'visited'
    const shared = frame.agent.find((spec) => (spec === 'between' || spec === 'among') && refer(spec, false).length > 0)
    const agentSpec = shared ?? frame.agent.find((spec) => refer(spec, false).length > 0)
    const targetSpec = frame.target.find((spec) => spec !== agentSpec && refer(spec, sites).length > 0)
    const agents = distinct([...(agentSpec === undefined ? [] : refer(agentSpec, false)), ...accompanying])
    // "Drell said that Varnia must …": his own state is no other to him.
    const isHome = ({ entity }: Referent): boolean =>
      targetSpec === 'bound' && agents.every((a) => context.homes.get(a.entity)?.has(entity) === true)
    let targets = (targetSpec === undefined ? [] : refer(targetSpec, sites)).filter(
      (t) => !agents.some((a) => a.entity === t.entity) && !isHome(t) && !isPersonal(frame, t),
    )
    let inferred = false
    if (targets.length === 0 && agents.length > 0 && frame.relation === 'struck') {
      targets = placesOf(context, sentence, trigger)
        .filter((place) => !agents.some((agent) => agent.entity === place.entity))
        .slice(0, 1)
      inferred = true
    }
    const concern = frame.relation !== null && OWNED_TARGETS.has(frame.relation) ? 'owner' : 'any'
    const owners = targets.length > 0 ? [] : concernedIn(context, sentence, frame, agents, fill, concern)
    const concerned =
      targets.length + owners.length > 0 || !['rejected', 'requested'].includes(frame.relation ?? '')
        ? owners
        : concernedIn(context, sentence, frame, agents, fill, 'any')
    // "agreed to resign", "said that it must end": nobody else is concerned.
    if (targets.length + concerned.length === 0 && frame.target.some((spec) => CONTENT.has(spec))) continue
    const aims = targets.length === 0 && CONCERNING.has(frame.relation as RelationName) ? owners : targets
    const stated = state(context, frame, agents, aims, inferred, !goes, shared !== undefined)
    context.trace?.({ sentence, trigger, light, frame, find, agents, targets: aims, stated })
    for (const statement of stated) if (!statements.some((s) => samePair(s, statement))) statements.push(statement)
    // "agreed to resign": the frame that asks for the content decides, not the one that asks for a partner.
    if (byContent && targets.length === 0 && agents.length < 2 && !frame.target.some((spec) => CONTENT.has(spec)))
      continue
    const better =
      main === undefined ||
      (main.frame.event === null && frame.event !== null) ||
      (main.targets.length === 0 && targets.length > 0 && stated.length > 0) ||
      (main.targets.length + main.concerned.length === 0 && concerned.length > 0 && frame.event !== null)
    if (better) main = { frame, agents, targets: inferred ? [] : targets, concerned }
  }
  if (main === undefined) return undefined
  const event = isOfPeople(context, sentence, trigger, pos, main) ? main.frame.event : null
  return { sentence, trigger, light, pos, statements, ...main, event }
}

const HARM = new Set<RelationName | null>(['killed', 'wounded', 'dismissed', 'captured', 'expelled', 'struck'])

/** "staged a coup that ousted Drell": who did the deed did what it did. */
function doersOf(
  context: ReferenceContext,
  sentence: number,
  deeds: readonly number[],
  frames: readonly Frame[],
): readonly Referent[] {
  if (!frames.some(({ relation }) => HARM.has(relation))) return []
  const tree = context.discourse.trees[sentence] as Tree
  return deeds.flatMap((deed) => {
    if (tokenAt(tree, deed).upos !== 'NOUN') return []
    const light = lightVerb(tree, deed, context.lexicon)
    const specs = framesOfNoun(context.lexicon, tree, deed)
      .filter(({ event }) => event === 'attack' || event === 'other')
      .flatMap(({ agent }) => agent)
    for (const spec of specs) {
      const found = nounArguments(tree, deed, spec, light).flatMap((token) => referents(context, sentence, token))
      if (found.length > 0) return found
    }
    return []
  })
}

const OF_PEOPLE = new Set<RelationName | null>(['appointed', 'dismissed', 'released', 'arrested'])

/** "released a report", "promotes investment": nobody is freed or appointed. */
function isOfPeople(
  { discourse, lexicon }: ReferenceContext,
  sentence: number,
  trigger: number,
  pos: Predication['pos'],
  { frame, targets }: Pick<Predication, 'frame' | 'targets'>,
): boolean {
  if (!OF_PEOPLE.has(frame.relation) || pos === 'noun' || targets.length > 0) return true
  const tree = discourse.trees[sentence] as Tree
  return deepObjects(tree, trigger).every(
    (object) =>
      ['NUM', 'PROPN', 'PRON'].includes(tokenAt(tree, object).upos) ||
      isPersonWord({ discourse, lexicon }, sentence, object),
  )
}

function isPersonWord(
  { discourse, lexicon }: Pick<ReferenceContext, 'discourse' | 'lexicon'>,
  sentence: number,
  token: number,
): boolean {
  const word = tokenAt(discourse.trees[sentence] as Tree, token).lemma.toLowerCase()
  return lexicon.objects.get('people')?.has(word) === true || lexicon.roles.has(word)
}

const PERSONAL = new Set<RelationName | null>([
  'appointed', 'dismissed', 'succeeded', 'released', 'arrested', 'charged', 'killed', 'wounded', 'captured', 'expelled', 'defeated',
  'struck', 'rejected',
]) // biome-ignore format: one glance

/** "sacked the Varnian prime minister": done to him, not to his state. */
const isPersonal = ({ relation }: Frame, { by }: Referent): boolean => by === 'office' && PERSONAL.has(relation)

/** Whom the phrases concern that would name the target. */
function concernedIn(
  context: ReferenceContext,
  sentence: number,
  frame: Frame,
  agents: readonly Referent[],
  find: (spec: string) => readonly number[],
  concern: Concern,
): readonly Referent[] {
  if (!TOUCHING.has(frame.relation)) return []
  const specs = frame.object === null ? frame.target : [...frame.target, 'obj']
  for (const spec of specs) {
    // "dismissed the head of the bank": a person is dismissed, no demand.
    const objects = find(spec).filter(
      (token) => frame.relation !== 'rejected' || !isPersonWord(context, sentence, token),
    )
    const found = objects.flatMap((token) => concernedBy(context, sentence, token, concern, agents))
    if (found.length > 0) return distinct(found)
  }
  return []
}

function state(
  context: ReferenceContext,
  frame: Frame,
  agents: readonly Referent[],
  targets: readonly Referent[],
  inferred: boolean,
  governments: boolean,
  together: boolean,
): Statement[] {
  const { relation, kinship } = frame
  if (relation === null) return []
  const pairs =
    targets.length > 0
      ? agents.flatMap((source) => targets.map((target) => [source, target] as const))
      : RELATIONS[relation].symmetric
        ? combinations(together ? agents : partners(context, relation, agents))
        : []
  if (pairs.length > MOST_PAIRS) {
    context.notes.push(
      `A list of ${agents.length + targets.length} names at "${frame.name}" was too long to relate each to each.`,
    )
    return []
  }
  return pairs.flatMap(([one, other]) => {
    const fit = fitEnds(context, relation, one, other, governments)
    return fit === undefined ? [] : [{ relation, kinship, ...fit, inferred }]
  })
}

/** The ends as the ontology wants them, a capital read as its government where only that fits. */
function fitEnds(
  context: ReferenceContext,
  relation: RelationName,
  one: Referent,
  other: Referent,
  governments: boolean,
): { source: Referent; target: Referent } | undefined {
  // Who leads the Varnian delegation does not lead Varnia.
  if (
    RELATIONS[relation].nature === 'tie' &&
    relation !== 'controls' &&
    [one, other].some(({ by }) => by === 'collective' || by === 'office')
  )
    return undefined
  const type = (referent: Referent) => context.discourse.entity(referent.entity).type
  const readings = (referent: Referent): Referent[] => {
    const government = governments ? governmentOf(context, referent.entity) : undefined
    return government === undefined ? [referent] : [referent, { ...referent, entity: government, by: 'collective' }]
  }
  for (const source of readings(one)) {
    for (const target of readings(other)) {
      if (source.entity !== target.entity && allows(relation, type(source), type(target))) return { source, target }
    }
  }
  return undefined
}

/**
 * Who may have done it with one another when nobody else is named. "They negotiated" and "Varnia and Keldavia stopped
 * fighting" mostly mean: with or against somebody else.
 */
function partners(context: ReferenceContext, relation: RelationName, agents: readonly Referent[]): readonly Referent[] {
  if (relation === 'fought_with') return []
  if (relation !== 'negotiated_with') return agents
  return agents.filter(({ start, end }) => !/^(?:they|who|them)$/i.test(context.text.slice(start, end)))
}

const combinations = (items: readonly Referent[]): (readonly [Referent, Referent])[] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const))

const distinct = (items: readonly Referent[]): readonly Referent[] =>
  items.filter((item, i) => items.findIndex((other) => other.entity === item.entity) === i)

const samePair = (a: Statement, b: Statement): boolean =>
  a.source.entity === b.source.entity && a.target.entity === b.target.entity

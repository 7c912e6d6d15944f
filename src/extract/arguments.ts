/**
 * Which tokens fill the roles of a verb or noun: subjects and objects through passives, control, raising, relative clauses,
 * participles and coordination (the deep-syntax view of Universal Dependencies' enhanced graphs, computed from the basic tree).
 */
import type { ArgumentSpec } from './lexicon.ts'
import {
  baseRelation,
  conjuncts,
  dependent,
  dependents,
  firstConjunct,
  isPassive,
  preposition,
  type Tree,
  tokenAt,
} from './tree.ts'

const RELATIVE = /^(?:who|whom|which|that|whose)$/i
/** Verbs whose infinitive is done by their own subject although they have an object ("promised him to go"). */
const SUBJECT_CONTROL = new Set(['promise', 'vow', 'threaten', 'pledge'])
const DISPATCH = new Set(['send', 'dispatch', 'deploy', 'invite', 'order'])
/** Verbs whose object does what the infinitive behind them says: "appointed Varga to succeed Drell". */
const OBJECT_CONTROL = new Set([
  ...DISPATCH, 'appoint', 'name', 'choose', 'elect', 'nominate', 'pick', 'designate', 'ask', 'urge', 'tell', 'force', 'allow',
  'enable', 'persuade', 'press', 'push', 'pressure', 'prompt', 'convince', 'encourage', 'compel', 'hire', 'recruit', 'help', 'beg', 'instruct', 'permit', 'authorize', 'authorise',
]) // biome-ignore format: one glance
const HINDRANCE = new Set([
  'prevent',
  'block',
  'stop',
  'bar',
  'ban',
  'keep',
  'prohibit',
  'discourage',
  'deter',
  'dissuade',
  'exclude',
])
/** Verbs whose object has done what "of" or "for" tells: "accused Varnia of shelling Dellin". */
const JUDGING_OBJECT = new Set([
  'accuse', 'suspect', 'blame', 'criticize', 'criticise', 'condemn', 'denounce', 'rebuke', 'convict', 'fault', 'charge', 'indict', 'arrest',
  'detain', 'jail', 'sentence', 'try', 'punish', 'sanction', 'fine', 'sue', 'praise', 'thank', 'hail', 'commend', 'applaud', 'congratulate',
  'chide', 'slam', 'blast', 'lambast', 'attack', 'dismiss', 'sack', 'fire', 'castigate', 'reprimand', 'scold', 'expel', 'investigate',
]) // biome-ignore format: one glance
const DOCUMENT =
  /^(?:report|statement|letter|resolution|lawsuit|suit|speech|article|declaration|petition|complaint|note|tweet|message|decree|communiqu[eé])$/
const DEPTH = 5

/** The word that opens a clause: "from" before "joining". */
const marker = (tree: Tree, verb: number): string =>
  dependents(tree, verb, 'mark', 'case').map((child) => tokenAt(tree, child).form.toLowerCase())[0] ?? ''

/** Who does it: the subject of an active verb, the agent of a passive one. */
export function deepSubjects(tree: Tree, verb: number, depth = 0): readonly number[] {
  if (isPassive(tree, verb)) {
    const agents = dependents(tree, verb, 'obl').filter(
      (child) => tokenAt(tree, child).deprel === 'obl:agent' || preposition(tree, child) === 'by',
    )
    const found = [...agents, ...hyphenated(tree, verb)]
    return found.length > 0 ? found : strayAgents(tree, verb)
  }
  const own = dependents(tree, verb, 'nsubj').filter((child) => tokenAt(tree, child).deprel !== 'nsubj:pass')
  if (own.length > 0) return own.map((child) => throughRelative(tree, verb, child))
  return depth > DEPTH ? [] : inherited(tree, verb, depth)
}

/** "was sent to Lodesk by Drell": parsers hang "by Drell" on the noun before it. */
const strayAgents = (tree: Tree, verb: number): readonly number[] =>
  dependents(tree, verb, 'obl', 'obj', 'nsubj:pass', 'xcomp')
    .flatMap((child) => [child, ...dependents(tree, child, 'nmod')])
    .flatMap((child) => dependents(tree, child, 'nmod', 'obl'))
    .filter((child) => child > verb && preposition(tree, child) === 'by')

/** The clause's subject whatever the voice: what a coordinated verb, an infinitive or a participle shares. */
export function surfaceSubjects(tree: Tree, verb: number, depth = 0): readonly number[] {
  const own = dependents(tree, verb, 'nsubj')
  if (own.length > 0) return own.map((child) => throughRelative(tree, verb, child))
  return depth > DEPTH ? [] : inherited(tree, verb, depth)
}

/** To whom or what it is done: the object of an active verb, the subject of a passive one. */
export function deepObjects(tree: Tree, verb: number): readonly number[] {
  if (isPassive(tree, verb)) {
    const { deprel, head } = tokenAt(tree, verb)
    // "and ten others injured", without its auxiliary, looks active.
    const own = dependents(tree, verb, deprel === 'conj' ? 'nsubj' : 'nsubj:pass')
    if (own.length > 0) return own.map((child) => throughRelative(tree, verb, child))
    if (deprel === 'acl' || deprel === 'amod') return [head]
    return inherited(tree, verb, 0)
  }
  const direct = dependents(tree, verb, 'obj')
  // "warned Drell": parsers call the only object indirect.
  const own = direct.length > 0 ? direct : dependents(tree, verb, 'iobj')
  if (own.length > 0) return own.map((child) => throughRelative(tree, verb, child))
  const { deprel, head } = tokenAt(tree, verb)
  // "the president whom Drell met", "the president Drell met"
  const relativeSubject = dependents(tree, verb, 'nsubj').some((child) => RELATIVE.test(tokenAt(tree, child).form))
  return deprel === 'acl:relcl' &&
    !relativeSubject &&
    dependents(tree, verb, 'nsubj').length > 0 &&
    dependent(tree, verb, 'obl', 'ccomp', 'xcomp') === undefined
    ? [head]
    : []
}

/** Phrases with a preposition, on the verb or, as parsers often put them, on its object. */
export function prepositional(tree: Tree, at: number, wanted: string): readonly number[] {
  const direct = dependents(tree, at, 'obl', 'nmod', 'xcomp').filter((child) => preposition(tree, child) === wanted)
  if (direct.length > 0) return direct
  // "the base where troops are stationed"
  const { deprel, head } = tokenAt(tree, at)
  if (deprel === 'acl:relcl' && SCENE.has(wanted) && isWhere(tree, at)) return [head]
  const objects = dependents(tree, at, 'obj', 'compound', 'nsubj:pass').flatMap((child) => conjuncts(tree, child))
  // "lifted sanctions imposed on Varnia"
  const imposed = objects.flatMap((child) =>
    dependents(tree, child, 'acl').filter((clause) => tokenAt(tree, clause).xpos === 'VBN'),
  )
  // "gave two million dollars in assistance to Varnia"
  const filled = objects.flatMap((child) =>
    dependents(tree, child, 'nmod').filter((inner) => /^(?:of|in|worth)$/.test(preposition(tree, inner))),
  )
  // "came under attack from Varnia"
  const behind = dependents(tree, at, 'obl').filter(
    (child) => tokenAt(tree, child).upos === 'NOUN' && /^(?:under|into|on|to)$/.test(preposition(tree, child)),
  )
  const found = [...objects, ...imposed, ...filled, ...behind]
    .flatMap((child) => dependents(tree, child, 'nmod', 'obl'))
    .filter((child) => preposition(tree, child) === wanted)
  return found.length > 0 ? found : strayed(tree, at, wanted)
}

const SCENE = new Set(['in', 'at', 'to', 'on', 'near'])

/** "the base *where* troops are stationed" */
export const isWhere = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'advmod', 'obl').some((child) => /^where$/i.test(tokenAt(tree, child).form))

/** "talks in Lodesk with Drell", "met on Monday with Drell": parsers hang the phrase on the place or the day. */
const strayed = (tree: Tree, at: number, wanted: string): readonly number[] =>
  dependents(tree, at, 'obl', 'nmod')
    .filter(
      (child) =>
        child > at && (tokenAt(tree, child).upos === 'PROPN' || /:unmarked$/.test(tokenAt(tree, child).deprel)),
    )
    .filter((child) => /^(?:in|at|on|near|)$/.test(preposition(tree, child)))
    .flatMap((child) => dependents(tree, child, 'nmod'))
    .filter((child) => preposition(tree, child) === wanted)

/** Clauses that say what is agreed to, demanded, refused: "agreed *to withdraw*", "demanded *that Varnia withdraw*". */
const contents = (tree: Tree, verb: number): readonly number[] =>
  dependents(tree, verb, 'xcomp', 'ccomp', 'advcl').filter(
    (child) => tokenAt(tree, child).deprel !== 'advcl' || tokenAt(tree, child).xpos === 'VB',
  )

/** Who is to do what is demanded: "demanded that *Varnia* withdraw", "called for *Varnia* to withdraw". */
function doersOf(tree: Tree, verb: number, content: number): readonly number[] {
  const own = dependents(tree, content, 'nsubj')
  return own.length > 0 ? own : dependents(tree, verb, 'obl').filter((child) => preposition(tree, child) === 'for')
}

/** What fills a role of a verb. */
export function verbArguments(tree: Tree, verb: number, spec: ArgumentSpec): readonly number[] {
  switch (spec) {
    case 'subj':
      return deepSubjects(tree, verb)
    case 'obj':
      return deepObjects(tree, verb)
    case 'iobj':
      return dependents(tree, verb, 'iobj')
    case 'clause':
      return contents(tree, verb)
    case 'bound':
      return contents(tree, verb)
        .filter((content) => dependents(tree, content, 'aux').some((aux) => /^must$/i.test(tokenAt(tree, aux).form)))
        .flatMap((content) => dependents(tree, content, 'nsubj'))
    case 'doer':
      return contents(tree, verb).flatMap((content) => doersOf(tree, verb, content))
    default:
      return prepositional(tree, verb, spec)
  }
}

/**
 * What fills a role of an event noun.
 * @param light the verb that carries the noun ("*held* talks"), whose subject and phrases count as the noun's
 */
export function nounArguments(
  tree: Tree,
  noun: number,
  spec: ArgumentSpec,
  light: number | undefined,
): readonly number[] {
  switch (spec) {
    case 'subj':
      if (light !== undefined) return carriers(tree, light, noun)
      return [
        // "Hadi is in exile in …"
        ...(dependents(tree, noun, 'cop').length > 0 ? dependents(tree, noun, 'nsubj') : []),
        // "President Drell in Lodesk for talks with …"
        ...attendants(tree, noun),
      ]
    case 'bearer':
      return bearers(tree, noun)
    case 'clause':
      return dependents(tree, noun, 'acl').filter((clause) => tokenAt(tree, clause).xpos === 'VB')
    case 'poss':
      return dependents(tree, noun, 'nmod:poss')
    case 'amod':
    case 'compound':
      return [
        ...dependents(tree, noun, 'amod', 'compound', 'nmod:desc'),
        ...dependents(tree, noun, 'compound', 'amod').flatMap((child) => dependents(tree, child, 'amod', 'compound')),
      ]
    default: {
      // "an agreement signed in June between Varnia and Keldavia"
      const participles = dependents(tree, noun, 'acl').filter((clause) => tokenAt(tree, clause).xpos === 'VBN')
      const own = [noun, ...participles]
        .flatMap((at) => dependents(tree, at, 'nmod', 'obl'))
        .filter((child) => preposition(tree, child) === spec)
      const through =
        light === undefined
          ? []
          : dependents(tree, light, 'obl', 'nmod').filter(
              (child) => child !== noun && preposition(tree, child) === spec,
            )
      if (own.length > 0 || through.length > 0) return [...own, ...through]
      // "the deployment of troops to Varnia"
      const inner = dependents(tree, noun, 'nmod')
        .filter((child) => preposition(tree, child) === 'of' && tokenAt(tree, child).upos === 'NOUN')
        .flatMap((child) => dependents(tree, child, 'nmod'))
        .filter((child) => /^(?:to|from|by|with|on|into|towards?)$/.test(spec) && preposition(tree, child) === spec)
      if (inner.length > 0) return inner
      const near = beside(tree, noun, spec)
      return near.length > 0
        ? near
        : [noun, ...(light === undefined ? [] : [light])].flatMap((at) => strayed(tree, at, spec))
    }
  }
}

/** Who is called so: "*Keldavia* remains an ally", "*Keldavia*, an ally", "the ally *Keldavia*". */
function bearers(tree: Tree, noun: number): readonly number[] {
  const first = firstConjunct(tree, noun)
  const { deprel, head } = tokenAt(tree, first)
  if (dependents(tree, first, 'cop').length > 0) return dependents(tree, first, 'nsubj')
  if (head < 0) return []
  switch (deprel) {
    case 'xcomp':
    case 'obj':
      return /^(?:remain|become|stay)$/.test(tokenAt(tree, head).lemma) ? deepSubjects(tree, head) : []
    case 'appos':
    case 'nmod:desc':
      return first === noun ? [head] : []
    default:
      return dependents(tree, noun, 'appos').filter((child) => child === noun + 1)
  }
}

/** Who is somewhere for it, in a headline without a verb. */
function attendants(tree: Tree, noun: number): readonly number[] {
  const { head, deprel } = tokenAt(tree, noun)
  if (head < 0 || baseRelation(deprel) !== 'nmod' || !/^(?:for|on)$/.test(preposition(tree, noun))) return []
  const top = tokenAt(tree, head)
  if (top.upos !== 'PROPN') return []
  return preposition(tree, head) === ''
    ? [head]
    : top.head >= 0 && tokenAt(tree, top.head).upos === 'PROPN'
      ? [top.head]
      : []
}

/** "five hours of talks with Drell": parsers hang the phrase on the hours. */
function beside(tree: Tree, noun: number, spec: string): readonly number[] {
  const { head, deprel } = tokenAt(tree, noun)
  if (head < 0 || baseRelation(deprel) !== 'nmod' || preposition(tree, noun) !== 'of') return []
  return dependents(tree, head, 'nmod', 'obl').filter((child) => child > noun && preposition(tree, child) === spec)
}

/** Who takes part in what a light verb carries; with "sent Varga for talks" it is the one who was sent. */
function carriers(tree: Tree, light: number, noun: number): readonly number[] {
  const { lemma } = tokenAt(tree, light)
  const objects = deepObjects(tree, light).filter((token) => token !== noun)
  if (DISPATCH.has(lemma) && objects.length > 0) return objects
  return deepSubjects(tree, light).filter((token) => token !== noun)
}

function throughRelative(tree: Tree, verb: number, child: number): number {
  if (!RELATIVE.test(tokenAt(tree, child).form)) return child
  let clause = verb
  while (clause >= 0 && tokenAt(tree, clause).deprel !== 'acl:relcl') {
    if (!['conj', 'xcomp', 'ccomp', 'advcl'].includes(baseRelation(tokenAt(tree, clause).deprel))) return child
    clause = tokenAt(tree, clause).head
  }
  return clause >= 0 ? tokenAt(tree, clause).head : child
}

/** "called on *Varnia* to withdraw" */
const dependentOn = (tree: Tree, verb: number, lemma: string): readonly number[] =>
  /^(?:call|appeal|plead|prevail|count|rely|bank|depend)$/.test(lemma)
    ? dependents(tree, verb, 'obl').filter((child) => /^(?:on|upon|to|with|for)$/.test(preposition(tree, child)))
    : []

function inherited(tree: Tree, verb: number, depth: number): readonly number[] {
  const { deprel, head, xpos } = tokenAt(tree, verb)
  if (head < 0) return []
  const governor = tokenAt(tree, head)
  switch (baseRelation(deprel)) {
    case 'conj':
      return ['VERB', 'AUX', 'ADJ'].includes(governor.upos) || dependent(tree, head, 'cop') !== undefined
        ? surfaceSubjects(tree, head, depth + 1)
        : []
    case 'xcomp': {
      const bidden = dependentOn(tree, head, governor.lemma)
      if (bidden.length > 0) return bidden
      const object = dependents(tree, head, 'obj')
      return object.length > 0 && !SUBJECT_CONTROL.has(governor.lemma) ? object : surfaceSubjects(tree, head, depth + 1)
    }
    case 'advcl':
    case 'parataxis': {
      if (!/^VB[GN]?$/.test(xpos)) return []
      const bidden = xpos === 'VB' ? dependentOn(tree, head, governor.lemma) : []
      if (bidden.length > 0) return bidden
      const object = dependents(tree, head, 'obj')
      if (xpos === 'VB' && OBJECT_CONTROL.has(governor.lemma) && object.length > 0) return object
      // "kept Varnia from joining"
      if (HINDRANCE.has(governor.lemma) && object.length > 0 && marker(tree, verb) === 'from') return object
      if (JUDGING_OBJECT.has(governor.lemma) && object.length > 0 && /^(?:of|for)$/.test(marker(tree, verb)))
        return object
      return surfaceSubjects(tree, head, depth + 1)
    }
    case 'acl':
      if (deprel === 'acl:relcl') return dependents(tree, verb, 'obj').length > 0 ? [head] : []
      // "a strike wounded six", parsed as a participle, has an object and is none.
      // "issued a statement accusing …": who issued it accuses.
      if (xpos === 'VBG' && DOCUMENT.test(governor.lemma) && governor.head >= 0 && depth <= DEPTH) {
        const authors = [...dependents(tree, head, 'nmod:poss'), ...surfaceSubjects(tree, governor.head, depth + 1)]
        if (authors.length > 0) return authors.slice(0, 1)
      }
      if (xpos === 'VBG' || (xpos !== 'VB' && dependents(tree, verb, 'obj').length > 0)) return [head]
      // "Drell's plan to visit": the possessor, else the subject of what carries the plan.
      return [
        ...dependents(tree, head, 'nmod:poss'),
        ...(governor.head >= 0 && depth <= DEPTH ? surfaceSubjects(tree, governor.head, depth + 1) : []),
      ].slice(0, 1)
    default:
      return []
  }
}

/** "Varnia-backed rebels": the name before the hyphen does it. */
function hyphenated(tree: Tree, participle: number): readonly number[] {
  if (tokenAt(tree, participle).deprel !== 'amod') return []
  const before = tree.tokens[participle - 1]
  if (before?.form !== '-' || participle < 2) return []
  return [participle - 2]
}

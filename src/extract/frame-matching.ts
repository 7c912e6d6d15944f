/** Which frames a verb or noun of a tree has, by its particles, its object and the classes of words in its roles. */
import { deepObjects, verbArguments } from './arguments.ts'
import type { Frame, Lexicon } from './lexicon.ts'
import { baseRelation, dependents, isPassive, preposition, type Tree, tokenAt } from './tree.ts'

/** Frames whose particles and object the verb has; the most specific ones alone. */
export function framesOfVerb(lexicon: Lexicon, tree: Tree, verb: number): readonly Frame[] {
  const token = tokenAt(tree, verb)
  const lemmas = [
    token.lemma,
    ...(token.upos === 'ADJ'
      ? [token.form.replace(/ed$/, ''), token.form.replace(/d$/, ''), token.form === 'led' ? 'lead' : '']
      : []),
  ]
  const frames = lemmas.flatMap((lemma) => lexicon.verbs.get(lemma.toLowerCase()) ?? [])
  if (frames.length === 0) return []
  const particles = dependents(tree, verb, 'compound', 'advmod').map((child) => ({
    form: tokenAt(tree, child).form.toLowerCase(),
    particle: tokenAt(tree, child).deprel === 'compound:prt',
  }))
  // "was refused entry": what is refused stands behind the passive.
  const held = [...deepObjects(tree, verb), ...(isPassive(tree, verb) ? dependents(tree, verb, 'obj') : [])]
  const objects = [...held.flatMap((child) => objectLemmas(tree, child)), ...relativeObject(tree, verb)]
  const near = new Set([
    ...particles.map(({ form }) => form),
    ...dependents(tree, verb, 'obl').map((child) => preposition(tree, child)),
    // "let free Marek Solen"
    ...(tree.tokens[verb + 1]?.upos === 'ADJ' ? [(tree.tokens[verb + 1]?.form ?? '').toLowerCase()] : []),
    ...dependents(tree, verb, 'xcomp')
      .map((child) => tokenAt(tree, child))
      .flatMap(({ upos, form }) => (upos === 'ADJ' ? [form.toLowerCase()] : [])),
  ])
  // "came under attack", "went on trial": the object of the particle.
  const behind = (frame: Frame): readonly string[] =>
    frame.particles.length === 0
      ? []
      : dependents(tree, verb, 'obl', 'obj')
          .filter((child) => frame.particles.includes(preposition(tree, child)))
          .map((child) => tokenAt(tree, child).lemma)
  const fitting = frames.filter(
    (frame) =>
      frame.particles.every((word) => near.has(word)) &&
      (frame.object === null || hasObject(lexicon, frame.object, [...objects, ...behind(frame)])),
  )
  const specific = fitting.filter((frame) => frame.particles.length > 0 || frame.object !== null)
  if (specific.length > 0) return specific
  // "troops arrived": not as a guest does.
  const classed = fitting.filter((frame) => frame.agent.some((spec) => spec.includes('@')))
  const ofClass = classed.filter((frame) =>
    frame.agent.some((spec) => filled(lexicon, tree, spec, (role) => verbArguments(tree, verb, role)).length > 0),
  )
  if (ofClass.length > 0) return ofClass
  // "called off", "gave up": another verb than the one without the particle.
  return particles.some(({ particle }) => particle) ? [] : fitting.filter((frame) => !classed.includes(frame))
}

/** "the *speech* that Drell delivered to the council" */
function relativeObject(tree: Tree, verb: number): readonly string[] {
  const { deprel, head } = tokenAt(tree, verb)
  const isOpen =
    deprel === 'acl:relcl' && dependents(tree, verb, 'nsubj').length > 0 && dependents(tree, verb, 'obj').length === 0
  return isOpen ? [tokenAt(tree, head).lemma] : []
}

/** Nouns that only say how much or what kind of thing follows "of". */
const MEASURES =
  /^(?:state|round|series|package|set|wave|number|dozen|hundred|thousand|ton|tonne|amount|shipment|variety|kind|piece|worth|some|most|all|many|several|part)$/

/** "a *state* of *emergency*", "*tonnes* of *food*" */
function objectLemmas(tree: Tree, object: number): readonly string[] {
  const { lemma } = tokenAt(tree, object)
  const of = MEASURES.test(lemma)
    ? dependents(tree, object, 'nmod').filter((child) => preposition(tree, child) === 'of')
    : []
  // "curfew hours", "the travel ban regime"
  const compounds = dependents(tree, object, 'compound').filter((child) => tokenAt(tree, child).upos === 'NOUN')
  return [lemma, ...[...of, ...compounds].map((child) => tokenAt(tree, child).lemma)]
}

function hasObject(lexicon: Lexicon, wanted: string, objects: readonly string[]): boolean {
  if (wanted === '*') return objects.length > 0
  if (wanted === '-') return objects.length === 0
  if (!wanted.startsWith('@')) return objects.includes(wanted)
  const nouns = lexicon.objects.get(wanted.slice(1))
  return objects.some((object) => nouns?.has(object) || nouns?.has(object.toLowerCase()))
}

export function framesOfNoun(lexicon: Lexicon, tree: Tree, noun: number): readonly Frame[] {
  const frames = lexicon.nouns.get(tokenAt(tree, noun).lemma.toLowerCase()) ?? []
  const before = new Set(
    dependents(tree, noun, 'compound', 'amod').map((child) => tokenAt(tree, child).form.toLowerCase()),
  )
  const fitting = frames.filter((frame) => frame.particles.every((word) => before.has(word)))
  const specific = fitting.filter((frame) => frame.particles.length > 0)
  return specific.length > 0 ? specific : fitting
}

/** The verb whose subject takes part in the happening that the noun names. */
export function lightVerb(tree: Tree, noun: number, lexicon: Lexicon): number | undefined {
  let at = noun
  while (baseRelation(tokenAt(tree, at).deprel) === 'conj') at = tokenAt(tree, at).head
  const { deprel, head } = tokenAt(tree, at)
  if (head < 0) return undefined
  const relation = baseRelation(deprel)
  // "five hours of talks", "a round of talks", "a series of strikes"
  if (
    relation === 'nmod' &&
    preposition(tree, at) === 'of' &&
    /^(?:hour|day|week|round|series|number|wave|set|month|string|spate)$/.test(tokenAt(tree, head).lemma)
  )
    return lightVerb(tree, head, lexicon)
  const onIt = preposition(tree, at) === 'on' && ['visit', 'trip', 'tour'].includes(tokenAt(tree, noun).lemma)
  // "In Varnia on a visit, Drell said …"
  if (onIt && relation === 'nmod' && baseRelation(tokenAt(tree, head).deprel) === 'obl') return tokenAt(tree, head).head
  if (relation !== 'obj' && relation !== 'obl' && deprel !== 'nsubj:pass') return undefined
  const governor = tokenAt(tree, head)
  if (onIt && governor.upos === 'VERB') return head
  if (governor.upos !== 'VERB') return undefined
  const words = dependents(tree, head, 'compound').map(
    (child) => `${governor.lemma} ${tokenAt(tree, child).form.toLowerCase()}`,
  )
  const withPreposition = relation === 'obl' ? [`${governor.lemma} ${preposition(tree, at)}`] : []
  return [governor.lemma, ...words, ...withPreposition].some((word) => lexicon.light.has(word)) ? head : undefined
}

/** What fills a role; `subj@force`: only where it is a word of that class. */
export function filled(
  lexicon: Lexicon,
  tree: Tree,
  spec: string,
  find: (spec: string) => readonly number[],
): readonly number[] {
  const [role = spec, kind] = spec.split('@')
  if (kind === undefined) return find(spec)
  const nouns = lexicon.objects.get(kind)
  return find(role).filter((token) => nouns?.has(tokenAt(tree, token).lemma.toLowerCase()))
}

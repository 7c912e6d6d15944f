/**
 * Whom a deed concerns when its object is a thing or an act: who made the demand that is rejected, on whom the ban lay that is
 * lifted, whose citizen is arrested, who appears in what was agreed to.
 */
import { ENTITY_TYPES } from '../model/ontology.ts'
import { deepSubjects } from './arguments.ts'
import { type ReferenceContext, type Referent, referents } from './reference.ts'
import { conjuncts, dependents, preposition, type Tree, tokenAt } from './tree.ts'

/** `owner`: whose act or word it is ("the demand *of Varnia*"); `any`: also against or for whom ("a ban on goods *from Varnia*"). */
export type Concern = 'owner' | 'any'

const DEPTH = 4
const BESIDE = ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'appos'] as const
const OWNER_PREPOSITIONS = ['by', 'of', 'from', 'in']
const OTHER_PREPOSITIONS = ['against', 'on', 'for', 'to', 'with', 'between', 'about', 'over', 'into', 'at', 'around']
const CLAUSE_PREPOSITIONS = new Set([
  'to', 'into', 'from', 'out of', 'for', 'with', 'on', 'against', 'in', 'at', 'of', 'over', 'between',
]) // biome-ignore format: one glance

interface Search {
  readonly context: ReferenceContext
  readonly sentence: number
  readonly tree: Tree
  readonly concern: Concern
  /** Whether somebody may be meant: an actor, and not whoever does the deed. */
  readonly fits: (referent: Referent) => boolean
}

/**
 * Actors in a noun phrase or a clause that a deed concerns: the nearest group of words that names somebody.
 * @param token head of the phrase or clause
 * @param exclude who does the deed
 */
export function concernedBy(
  context: ReferenceContext,
  sentence: number,
  token: number,
  concern: Concern,
  exclude: readonly Referent[],
): readonly Referent[] {
  const search: Search = {
    context,
    sentence,
    tree: context.discourse.trees[sentence] as Tree,
    concern,
    fits: ({ entity }) =>
      ENTITY_TYPES[context.discourse.entity(entity).type].kind === 'actor' &&
      !exclude.some((other) => other.entity === entity),
  }
  const found = isClause(search.tree, token) ? inClause(search, token, 0) : inPhrase(search, token, 0)
  return found.filter((one, i) => found.findIndex((other) => other.entity === one.entity) === i)
}

const isClause = (tree: Tree, token: number): boolean =>
  ['VERB', 'AUX'].includes(tokenAt(tree, token).upos) || dependents(tree, token, 'cop').length > 0

const named = ({ context, sentence, fits }: Search, tokens: readonly number[]): readonly Referent[] =>
  tokens
    .flatMap((token) => referents(context, sentence, token))
    .filter(fits)
    .map((referent) => ({ ...referent, by: 'owner' }))

/** "the *Varnian* citizens", "the decision of *Varnia*", "appeals filed by lawyers of *Marek Solen*" */
function inPhrase(search: Search, token: number, depth: number): readonly Referent[] {
  if (depth > DEPTH) return []
  return conjuncts(search.tree, token).flatMap((noun) => {
    const { beside, prepositions } = placesOfOwners(search, noun)
    const direct = named(search, beside)
    if (direct.length > 0) return direct
    const wanted = search.concern === 'owner' ? prepositions : [...prepositions, ...OTHER_PREPOSITIONS]
    for (const preposition of wanted) {
      const found = phrases(search.tree, noun, preposition).flatMap((child) => reach(search, child, depth))
      if (found.length > 0) return found
    }
    // "an appeal filed by …", "a plan that Varnia put forward"
    return dependents(search.tree, noun, 'acl').flatMap((clause) => {
      const agents = deepSubjects(search.tree, clause).filter((agent) => agent !== noun)
      const found = agents.flatMap((agent) => reach(search, agent, depth))
      return found.length > 0 || search.concern === 'owner' ? found : inClause(search, clause, depth + 1)
    })
  })
}

/** Where a noun's owner stands. The frames of deeds know: the shelling *of Varnia* is not Varnia's. */
function placesOfOwners(
  { context, tree, concern }: Search,
  noun: number,
): { readonly beside: readonly number[]; readonly prepositions: readonly string[] } {
  const beside = dependents(tree, noun, ...BESIDE).flatMap((child) => [
    child,
    ...dependents(tree, child, 'compound', 'amod'),
  ])
  const frames = context.lexicon.nouns.get(tokenAt(tree, noun).lemma.toLowerCase()) ?? []
  if (frames.length === 0 || concern === 'any') return { beside, prepositions: OWNER_PREPOSITIONS }
  const suffers = (spec: string): boolean =>
    frames.every((frame) => !frame.agent.includes(spec)) && frames.some((frame) => frame.target.includes(spec))
  return {
    beside: suffers('poss') ? [] : beside,
    prepositions: OWNER_PREPOSITIONS.filter((preposition) => !suffers(preposition) && preposition !== 'in'),
  }
}

const phrases = (tree: Tree, noun: number, wanted: string): readonly number[] =>
  dependents(tree, noun, 'nmod', 'obl').filter((child) => preposition(tree, child) === wanted)

/** Whom the words name, else whom they concern. */
function reach(search: Search, token: number, depth: number): readonly Referent[] {
  const direct = named(search, [token])
  if (direct.length > 0) return direct
  return isClause(search.tree, token) ? inClause(search, token, depth + 1) : inPhrase(search, token, depth + 1)
}

/** "… to let *Varnian* trucks pass", "that *Keldavia* withdraw", "to lend money to *Varnia*" */
function inClause(search: Search, verb: number, depth: number): readonly Referent[] {
  if (depth > DEPTH) return []
  const { tree } = search
  const groups = [
    dependents(tree, verb, 'nsubj'),
    dependents(tree, verb, 'iobj'),
    dependents(tree, verb, 'obj'),
    dependents(tree, verb, 'obl').filter((child) => CLAUSE_PREPOSITIONS.has(preposition(tree, child))),
    dependents(tree, verb, 'xcomp', 'ccomp', 'advcl'),
    dependents(tree, verb, 'conj'),
  ]
  for (const group of groups) {
    const direct = named(
      search,
      group.filter((child) => !isClause(tree, child)),
    )
    if (direct.length > 0) return direct
  }
  for (const group of groups) {
    const found = group.flatMap((child) => reach(search, child, depth))
    if (found.length > 0) return found
  }
  return []
}

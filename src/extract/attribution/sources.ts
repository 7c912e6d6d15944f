/** Whose word it is: the subject of a cue, as the text words it. */
import { deepSubjects, surfaceSubjects } from '../arguments.ts'
import { baseRelation, dependents, isPassive, preposition, type Tree, tokenAt } from '../tree.ts'
import { isTensed, isTime, sourceByPlace } from './by-place.ts'

/** Who says, thinks or wants it; undefined where the text does not tell ("is said to be ill"). */
export function sourceOfVerb(tree: Tree, verb: number): number | undefined {
  const tensed = isTensed(tree, verb)
  if (isPassive(tree, verb) && !tensed) return deepSubjects(tree, verb)[0]
  const own = dependents(tree, verb, 'nsubj').filter((child) => !isTime(tree, child))
  if (own.length > 0) return nearest(own, verb)
  return sourceByPlace(tree, verb) ?? surfaceSubjects(tree, verb)[0] ?? sharedSubject(tree, verb)
}

const nearest = (tokens: readonly number[], to: number): number | undefined =>
  [...tokens].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0]

/** "he said, *adding* that …", wherever the parse hangs it. */
function sharedSubject(tree: Tree, participle: number): number | undefined {
  if (tokenAt(tree, participle).xpos !== 'VBG') return undefined
  for (let at = tokenAt(tree, participle).head; at >= 0; at = tokenAt(tree, at).head)
    if (tokenAt(tree, at).upos === 'VERB') return sourceOfVerb(tree, at)
  return undefined
}

/** Verbs whose subject's word the noun is: "*made* the claim that", "*expressed* concern about". */
const UTTERING = new Set([
  'make', 'issue', 'express', 'voice', 'have', 'give', 'offer', 'raise', 'release', 'deliver', 'send', 'sound', 'reach', 'come',
  'draw', 'take', 'share', 'hold', 'reject', 'repeat', 'renew', 'air', 'announce', 'be', 'remain', 'become', 'withdraw', 'put',
  'sign', 'win', 'gain', 'state', 'keep', 'show', 'unveil', 'defend', 'reiterate', 'outline', 'present', 'propose', 'pursue',
]) // biome-ignore format: one glance

/** "*Varnia's* claim that", "a report *by two doctors*", "*Linsk* made the point that". */
export function sourceOfNoun(tree: Tree, noun: number): number | undefined {
  const owner = dependents(tree, noun, 'nmod:poss')[0]
  if (owner !== undefined) return owner
  const by = dependents(tree, noun, 'nmod', 'obl').find((child) => /^(?:by|from|among)$/.test(preposition(tree, child)))
  if (by !== undefined) return by
  const { deprel, head } = tokenAt(tree, noun)
  if (dependents(tree, noun, 'cop').length > 0) return dependents(tree, noun, 'nsubj')[0]
  if (head >= 0 && /^(?:obj|xcomp|obl)$/.test(baseRelation(deprel)) && UTTERING.has(tokenAt(tree, head).lemma)) {
    const subject = sourceOfVerb(tree, head)
    if (subject !== undefined) return subject
  }
  return dependents(tree, noun, 'amod', 'compound').find((child) => isNamed(tree, child))
}

const isNamed = (tree: Tree, token: number): boolean =>
  tree.sentence.names.some(({ from, to }) => from <= token && token < to)

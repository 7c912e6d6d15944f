/**
 * What the order of words tells where the parse is torn: news puts its speakers right beside "said", and what they said around the
 * two.
 */
import { dependents, subtree, type Tree, tokenAt } from '../tree.ts'
import { wordsOf } from './source-words.ts'

/** "said", "says", "has said", whatever voice the parse takes it for. */
export const isTensed = (tree: Tree, verb: number): boolean => {
  const { xpos } = tokenAt(tree, verb)
  if (dependents(tree, verb, 'aux:pass').length > 0) return false
  return /^VB[DZP]$/.test(xpos) || dependents(tree, verb, 'aux').some((aux) => tokenAt(tree, aux).lemma === 'have')
}

/** Who speaks by the place beside the verb: "Pavo Linsk said", "…,” said Pavo Linsk". */
export function sourceByPlace(tree: Tree, verb: number): number | undefined {
  const tensed = isTensed(tree, verb)
  const before = tensed || tokenAt(tree, verb).xpos === 'VBG' ? justBefore(tree, verb, tensed) : undefined
  return before ?? (tensed ? justBehind(tree, verb) : undefined)
}

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|morning|afternoon|evening|night|week|month|year|day|hour|earlier|later|then)$/i
export const isTime = (tree: Tree, token: number): boolean => TIME.test(tokenAt(tree, token).lemma)

const isNominal = (tree: Tree, token: number): boolean =>
  /^(?:NOUN|PROPN|PRON)$/.test(tokenAt(tree, token).upos) && !isTime(tree, token)

/** "Pavo Linsk said", where the parse is torn; of a participle only a name ("footage of *Drell* saying"). */
function justBefore(tree: Tree, verb: number, tensed: boolean): number | undefined {
  let at = verb - 1
  while (at > 0 && /^(?:ADV|AUX)$/.test(tokenAt(tree, at).upos)) at--
  if (at < 0) return undefined
  if (isNominal(tree, at)) return tensed || tokenAt(tree, at).upos === 'PROPN' ? at : undefined
  return tensed && tokenAt(tree, at).form === ',' ? (beforeRelative(tree, at) ?? behindQuotation(tree, at)) : undefined
}

/** "Pavo *Linsk*, who heads the mission, said" */
function beforeRelative(tree: Tree, comma: number): number | undefined {
  for (let at = comma - 1; at >= Math.max(2, comma - LONGEST_APPOSITION); at--) {
    if (!/^(?:who|whose|which)$/i.test(tokenAt(tree, at).form) || tokenAt(tree, at - 1).form !== ',') continue
    return isNominal(tree, at - 2) ? at - 2 : undefined
  }
  return undefined
}

const CLOSING_MARK = /^(?:”|"|''|»)$/
/** Words before the head of an inverted subject. */
const LONGEST_NAME = 14
const LONGEST_APPOSITION = 30

/** "…,” Pavo Linsk, who heads the mission, said": the first noun behind the quotation. */
function behindQuotation(tree: Tree, comma: number): number | undefined {
  for (let at = comma - 1; at >= Math.max(0, comma - LONGEST_APPOSITION); at--) {
    if (!CLOSING_MARK.test(tokenAt(tree, at).form)) continue
    return [...Array(comma - at).keys()].map((i) => at + i).find((token) => isNominal(tree, token))
  }
  return undefined
}

/** "…,” said Pavo Linsk, who …": parsers take an inverted subject for an object. */
function justBehind(tree: Tree, verb: number): number | undefined {
  if (!/^[,”"»’'—–]+$/.test(tree.tokens[verb - 1]?.form ?? '')) return undefined
  for (let at = verb + 1; at < Math.min(tree.tokens.length, verb + LONGEST_NAME); at++) {
    if (tokenAt(tree, at).upos === 'PUNCT') return undefined
    const { deprel, head } = tokenAt(tree, at)
    // ", said *it* had rained": the subject of what is said.
    if (/^nsubj/.test(deprel) && head !== verb) return undefined
    if (isNominal(tree, at) && !/^(?:compound|nmod:desc|nmod:poss)$/.test(deprel)) return at
  }
  return undefined
}

/**
 * What a verb of speech reports by its place alone, where the parse is torn: what stands around ", he said,", what stands before
 * ", he said", else what stands behind "he said".
 */
export function contentByPlace(tree: Tree, verb: number, source: number | undefined): readonly number[] {
  const sides = sidesOf(tree, verb, source)
  if (sides === undefined) return []
  const { before, behind, apart, closed } = sides
  if (apart && closed) return hasClause(tree, behind) ? [...before, ...behind] : before
  return !closed && hasClause(tree, behind) ? behind : []
}

/** "Varnia, *Linsk said*, shelled Dellin": both sides are what he said, although the parse may give him one of them. */
export function contentBothSides(tree: Tree, verb: number, source: number | undefined): readonly number[] {
  const sides = sidesOf(tree, verb, source)
  if (sides === undefined || !sides.apart) return []
  const { before, behind } = sides
  const [comma, next] = [behind[0], behind[1]]
  if (comma === undefined || next === undefined || tokenAt(tree, comma).form !== ',') return []
  return /^(?:MD|VB[DZP])$/.test(tokenAt(tree, next).xpos) && before.some((token) => isNominal(tree, token))
    ? [...before, ...behind]
    : []
}

interface Sides {
  readonly before: readonly number[]
  readonly behind: readonly number[]
  /** A comma or quotation mark stands before the cue. */
  readonly apart: boolean
  /** Punctuation or nothing stands behind it. */
  readonly closed: boolean
}

/** What stands before and behind "he said". */
function sidesOf(tree: Tree, verb: number, source: number | undefined): Sides | undefined {
  const participle = tokenAt(tree, verb).xpos === 'VBG'
  if (source === undefined || !(participle || isTensed(tree, verb))) return undefined
  const span = participle
    ? { from: 0, to: verb }
    : source < verb
      ? { from: wordsOf(tree, source).from, to: verb }
      : { from: verb, to: rightmost(tree, source) }
  if (!participle && span.to - span.from > LONGEST_CUE) return undefined
  const all = tree.tokens.map((_, token) => token)
  const behind = all.filter((token) => token > span.to)
  return {
    before: all.filter((token) => token < span.from),
    behind,
    apart: span.from > 1 && /^[,”"»—–]$|^''$/.test(tokenAt(tree, span.from - 1).form),
    closed: behind.length === 0 || tokenAt(tree, behind[0] as number).upos === 'PUNCT',
  }
}

const LONGEST_CUE = 24

const hasClause = (tree: Tree, tokens: readonly number[]): boolean =>
  tokens.some((token) => /^(?:MD|VB[DZP])$/.test(tokenAt(tree, token).xpos))

const rightmost = (tree: Tree, token: number): number => Math.max(token, ...subtree(tree, token))

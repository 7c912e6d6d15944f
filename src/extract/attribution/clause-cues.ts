/** Cues that are verbs, nouns and predicative adjectives. */
import { baseRelation, dependents, isPassive, subtree, type Tree, tokenAt } from '../tree.ts'
import { contentBothSides, contentByPlace } from './by-place.ts'
import { type Content, contentOfAdjective, contentOfNoun, contentOfVerb } from './contents.ts'
import type { Cue, Cues } from './cues.ts'
import { sourceOfNoun, sourceOfVerb } from './sources.ts'

/** A cue of a sentence; `content` is missing where only a quotation beside it can be its content. */
export interface ClauseCue {
  readonly token: number
  /** Tokens of the cue's other words: "point *out*". */
  readonly others: readonly number[]
  readonly source: number | undefined
  readonly content: Content | undefined
  /** Whether it may stand beside a quotation. */
  readonly quotes: boolean
}

export function findClauseCues(tree: Tree, cues: Cues): readonly ClauseCue[] {
  const found: ClauseCue[] = []
  tree.tokens.forEach((_, token) => {
    const cue = verbCue(tree, token, cues) ?? nounCue(tree, token, cues) ?? adjectiveCue(tree, token, cues)
    if (cue !== undefined) found.push(cue)
  })
  const kept = found.filter((cue) => !found.some((outer) => continues(tree, outer, cue)))
  return withAdditions(
    tree,
    kept.map((cue) => beforeAside(cue, kept)),
  )
}

/** "Officials say they understand it, *Linsk told a reporter*": what stands behind such an aside is not understood. */
function beforeAside(cue: ClauseCue, all: readonly ClauseCue[]): ClauseCue {
  const { content } = cue
  if (content === undefined) return cue
  const aside = all.find(
    (other) =>
      other.token > cue.token &&
      content.tokens.includes(other.token) &&
      other.content?.tokens.includes(cue.token) === true &&
      (other.content.tokens.at(-1) ?? 0) < other.token,
  )
  if (aside === undefined) return cue
  const end = (aside.content?.tokens.at(-1) ?? 0) + 1
  return { ...cue, content: { ...content, tokens: content.tokens.filter((token) => token < end) } }
}

/** "he said it rained, *adding* that …" adds to what he said, although the parse hangs it into the content. */
function withAdditions(tree: Tree, found: readonly ClauseCue[]): readonly ClauseCue[] {
  const additions = new Map<ClauseCue, ClauseCue>()
  for (const cue of found) {
    if (
      tokenAt(tree, cue.token).xpos !== 'VBG' ||
      tree.tokens[cue.token - 1]?.form !== ',' ||
      cue.content === undefined
    )
      continue
    const said = found.findLast(
      ({ token, content }) => token < cue.token && content?.kind === 'says' && content.tokens.includes(cue.token),
    )
    if (said !== undefined) additions.set(cue, said)
  }
  return found.map((cue) => {
    const said = additions.get(cue)
    const added = [...additions].flatMap(([addition, to]) => (to === cue ? subtree(tree, addition.token) : []))
    const content =
      added.length === 0 || cue.content === undefined
        ? cue.content
        : { ...cue.content, tokens: cue.content.tokens.filter((token) => !added.includes(token)) }
    return { ...cue, content, source: said === undefined ? cue.source : said.source }
  })
}

/** "declined *to comment on*": one attribution, unless what is done by it has a clause of its own. */
function continues(tree: Tree, outer: ClauseCue, inner: ClauseCue): boolean {
  if (outer === inner || outer.content?.form !== 'inf' || inner.content?.form === 'that') return false
  return tokenAt(tree, inner.token).head === outer.token && outer.content.tokens.includes(inner.token)
}

function verbCue(tree: Tree, token: number, { verbs }: Cues): ClauseCue | undefined {
  const { upos, lemma } = tokenAt(tree, token)
  if (upos !== 'VERB') return undefined
  const candidates = verbs.get(lemma.toLowerCase())
  if (candidates === undefined) return undefined
  for (const cue of candidates) {
    const others = wordsBehind(tree, token, cue)
    if (others === undefined) continue
    const source = sourceOfVerb(tree, token)
    const content =
      reportedAround(tree, token, source, cue) ??
      contentOfVerb(tree, token, source, cue) ??
      reportedByPlace(tree, token, source, cue)
    const quotes = cue.forms.has('quote')
    if (content === undefined && !quotes) continue
    // "was criticised", "is expected to go": nobody is said to say so.
    if (source === undefined && content !== undefined && content.form !== 'that' && content.form !== 'quote') continue
    return { token, others, source, content, quotes }
  }
  return undefined
}

const reportedAround = (tree: Tree, verb: number, source: number | undefined, cue: Cue): Content | undefined =>
  report(cue, contentBothSides(tree, verb, source))

const reportedByPlace = (tree: Tree, verb: number, source: number | undefined, cue: Cue): Content | undefined =>
  report(cue, contentByPlace(tree, verb, source))

function report({ forms }: Cue, tokens: readonly number[]): Content | undefined {
  const kind = forms.get('that')
  if (tokens.length === 0 || (kind !== 'says' && kind !== 'thinks') || !forms.has('quote')) return undefined
  return { form: 'that', kind, tokens }
}

/** The tokens of a cue's other words, undefined where one is missing. */
function wordsBehind(tree: Tree, token: number, { others }: Cue): readonly number[] | undefined {
  const found: number[] = []
  for (const word of others) {
    const at = [token + 1, token + 2, ...dependents(tree, token, 'compound', 'advmod', 'xcomp', 'obj')].find(
      (child) => tree.tokens[child]?.form.toLowerCase() === word,
    )
    if (at === undefined) return undefined
    found.push(at)
  }
  return found
}

function nounCue(tree: Tree, token: number, { nouns }: Cues): ClauseCue | undefined {
  const { upos, lemma } = tokenAt(tree, token)
  if (upos !== 'NOUN') return undefined
  for (const cue of nouns.get(lemma.toLowerCase()) ?? []) {
    const content = contentOfNoun(tree, token, cue)
    if (content === undefined) continue
    const source = sourceOfNoun(tree, token)
    if (source !== undefined) return { token, others: [], source, content, quotes: false }
  }
  return undefined
}

function adjectiveCue(tree: Tree, token: number, { adjectives }: Cues): ClauseCue | undefined {
  const { upos, lemma, form } = tokenAt(tree, token)
  if (upos !== 'ADJ' && upos !== 'VERB') return undefined
  const candidates =
    adjectives.get(form.toLowerCase()) ?? (upos === 'ADJ' ? adjectives.get(lemma.toLowerCase()) : undefined)
  for (const cue of candidates ?? []) {
    const content = contentOfAdjective(tree, token, cue)
    if (content === undefined) continue
    const subject = dependents(tree, token, 'nsubj')[0]
    const predicative = subject !== undefined && (upos === 'ADJ' || isPassive(tree, token))
    const source = predicative
      ? subject
      : baseRelation(tokenAt(tree, token).deprel) === 'xcomp'
        ? sourceOfVerb(tree, token)
        : undefined
    if (source !== undefined) return { token, others: [], source, content, quotes: false }
  }
  return undefined
}

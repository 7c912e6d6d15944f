/** Cues that are no verbs: "according to Linsk", "in the words of Linsk", "Linsk: …". */
import { baseRelation, dependents, preposition, subtree, type Tree, tokenAt } from '../tree.ts'

export interface PhraseCue {
  /** First and last token of the cue's words. */
  readonly from: number
  readonly last: number
  readonly form: string
  readonly source: number
  readonly content: readonly number[]
}

const WORD_OF = /^(?:word|view|opinion|eye|estimation|telling|account|estimate|judgment|judgement|mind|reading)$/

export function findPhraseCues(tree: Tree): readonly PhraseCue[] {
  const found: PhraseCue[] = []
  tree.tokens.forEach((_, token) => {
    const cue = according(tree, token) ?? inTheWordsOf(tree, token)
    if (cue !== undefined) found.push(cue)
  })
  const label = speakerLabel(tree)
  return label === undefined ? found : [...found, label]
}

function according(tree: Tree, token: number): PhraseCue | undefined {
  const { form } = tokenAt(tree, token)
  if (!/^according$/i.test(form) || !/^to$/i.test(tree.tokens[token + 1]?.form ?? '')) return undefined
  const source = headBehind(tree, token)
  if (source === undefined) return undefined
  const content = clauseAround(tree, source, token, subtree(tree, source))
  return { from: token, last: token + 1, form: 'according to', source, content }
}

const FAR = 14

/** The noun that "according to" stands before, however the parse hangs the two words. */
function headBehind(tree: Tree, token: number): number | undefined {
  const governed = [token, token + 1]
    .filter((word) => baseRelation(tokenAt(tree, word).deprel) === 'case')
    .map((word) => tokenAt(tree, word).head)
    .find((head) => head > token + 1)
  if (governed !== undefined) return governed
  const nominals = tree.tokens
    .map((_, at) => at)
    .filter((at) => at > token + 1 && at < token + FAR && /^(?:NOUN|PROPN|PRON)$/.test(tokenAt(tree, at).upos))
  const free = nominals.find((at) => tokenAt(tree, at).head <= token + 1 || tokenAt(tree, at).head > token + FAR)
  return free ?? nominals[0]
}

/** "in the words of Linsk", "in Linsk's view", "by Linsk's account" */
function inTheWordsOf(tree: Tree, token: number): PhraseCue | undefined {
  const { lemma } = tokenAt(tree, token)
  if (!WORD_OF.test(lemma) || !/^(?:in|by)$/.test(preposition(tree, token))) return undefined
  if (!/^(?:obl|nmod|advmod|parataxis)/.test(tokenAt(tree, token).deprel)) return undefined
  const source =
    dependents(tree, token, 'nmod:poss')[0] ??
    dependents(tree, token, 'nmod').find((child) => preposition(tree, child) === 'of')
  const marker = dependents(tree, token, 'case')[0]
  if (source === undefined || marker === undefined) return undefined
  return {
    from: marker,
    last: marker,
    form: 'in the words of',
    source,
    content: clauseAround(tree, Math.max(source, token), marker, subtree(tree, token)),
  }
}

/** The clause that a phrase is set beside: the whole sentence where commas set it off, without the phrase itself. */
function clauseAround(tree: Tree, phrase: number, from: number, without: readonly number[]): readonly number[] {
  const behind = from === 0 ? behindComma(tree, phrase) : []
  if (behind.length > 0) return behind
  const apart = from === 0 || /^[,;—–”"-]$|^''$/.test(tokenAt(tree, from - 1).form)
  let at = tokenAt(tree, phrase).head
  if (at < 0) at = phrase
  for (let { head, deprel } = tokenAt(tree, at); head >= 0; { head, deprel } = tokenAt(tree, at)) {
    const relation = baseRelation(deprel)
    if (relation === 'ccomp' || relation === 'parataxis' || deprel === 'acl:relcl') break
    if (!apart && relation === 'advcl') break
    at = head
  }
  const own = new Set(without)
  return subtree(tree, at).filter((token) => !own.has(token))
}

/** "According to Linsk, *Varnia shelled Dellin*", which parses tear. */
function behindComma(tree: Tree, phrase: number): readonly number[] {
  const comma = tree.tokens.findIndex(({ form }, at) => at > phrase && form === ',')
  return comma < 0 ? [] : tree.tokens.map((_, at) => at).filter((at) => at > comma)
}

const LABEL_LENGTH = 6
const LABEL_NOUN =
  /^(?:poll|polls|report|reports|study|official|officials|source|sources|police|judge|experts|analysts|survey|q|a)$/i

/** "LINSK: We will go on.", "Poll: Drell is ahead": what stands before the colon says what stands behind it. */
function speakerLabel(tree: Tree): PhraseCue | undefined {
  const first = /^["“]$/.test(tree.tokens[0]?.form ?? '') ? 1 : 0
  const colon = tree.tokens.findIndex(({ form }, i) => i > first && i <= LABEL_LENGTH && form === ':')
  if (colon < 0 || colon + 1 >= tree.tokens.length) return undefined
  const words = tree.tokens.slice(first, colon)
  const named = tree.sentence.names.some(({ from, to }) => from === first && to === colon)
  const shouted = words.every(({ form }) => /^[\p{Lu}.’'-]{2,}$/u.test(form))
  if (!named && !shouted && !(words.length === 1 && LABEL_NOUN.test(words[0]?.form ?? ''))) return undefined
  const content = tree.tokens.map((_, i) => i).filter((i) => i > colon)
  return { from: colon, last: colon, form: 'quote', source: colon - 1, content }
}

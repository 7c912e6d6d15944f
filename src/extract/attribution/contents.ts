/** What is said, thought or wanted: the dependents of a cue that hold its content. */
import type { Span } from '../../model/span.ts'
import { prepositional } from '../arguments.ts'
import { baseRelation, dependents, dominates, isPassive, preposition, subtree, type Tree, tokenAt } from '../tree.ts'
import type { ContentForm, Cue, CueKind } from './cues.ts'

/** Tokens of the sentence that a cue reports, in order of reading. */
export interface Content {
  readonly form: ContentForm
  readonly kind: CueKind
  readonly tokens: readonly number[]
}

const CLAUSE_MARK = /^(?:that|whether|how|why|if|what)$/i
/** Verbs whose listener often takes the clause with him: "told *reporters that* …". */
const TELLING = new Set(['tell', 'inform', 'notify', 'assure', 'remind', 'warn', 'advise', 'convince', 'show', 'ask'])

/** The content of a verb in the first of the cue's forms that it has; a clause that holds the source is none. */
export function contentOfVerb(
  tree: Tree,
  verb: number,
  source: number | undefined,
  { lemma, others, forms }: Cue,
): Content | undefined {
  const content = contentIn(tree, forms)
  const objects = others.length > 0 ? [] : objectsOf(tree, verb)
  return (
    content(
      'that',
      finiteClauses(tree, verb, lemma).filter((clause) => source === undefined || !dominates(tree, clause, source)),
    ) ??
    aside(tree, verb, forms) ??
    content('inf', infinitives(tree, verb)) ??
    content('ing', participles(tree, verb)) ??
    content('obj', objects.length === 0 ? [] : [...objects, ...complements(tree, verb)]) ??
    firstOf(forms, (form) => content(form, phrases(tree, verb, form)))
  )
}

const contentIn =
  (tree: Tree, forms: Cue['forms']) =>
  (form: ContentForm, heads: readonly number[]): Content | undefined => {
    const kind = forms.get(form)
    return kind === undefined || heads.length === 0 ? undefined : { form, kind, tokens: union(tree, heads) }
  }

const FORMS = new Set(['that', 'inf', 'ing', 'obj', 'quote'])

/** The first preposition of the cue that has a phrase. */
function firstOf(forms: Cue['forms'], find: (form: ContentForm) => Content | undefined): Content | undefined {
  for (const form of forms.keys()) {
    const found = FORMS.has(form) ? undefined : find(form)
    if (found !== undefined) return found
  }
  return undefined
}

const union = (tree: Tree, heads: readonly number[]): readonly number[] =>
  [...new Set(heads.flatMap((head) => subtree(tree, head)))].sort((a, b) => a - b)

const markOf = (tree: Tree, clause: number): string =>
  dependents(tree, clause, 'mark')
    .map((mark) => tokenAt(tree, mark).form.toLowerCase())
    .join(' ')

function finiteClauses(tree: Tree, verb: number, lemma: string): readonly number[] {
  const own = dependents(tree, verb, 'ccomp').filter(
    (clause) => !isInfinitive(tree, clause) && !isBareParticiple(tree, clause),
  )
  if (own.length > 0) return own
  const marked = dependents(tree, verb, 'advcl', 'xcomp', 'obl').filter(
    (clause) => clause > verb && CLAUSE_MARK.test(markOf(tree, clause)) && !isInfinitive(tree, clause),
  )
  if (marked.length > 0 || !TELLING.has(lemma)) return marked
  return dependents(tree, verb, 'obj', 'iobj')
    .filter((listener) => listener > verb)
    .flatMap((listener) => dependents(tree, listener, 'acl', 'ccomp'))
    .filter((clause) => /^that$/i.test(tokenAt(tree, Math.min(...subtree(tree, clause))).form))
}

/** "he said, *adding* that …" */
const isBareParticiple = (tree: Tree, clause: number): boolean =>
  tokenAt(tree, clause).xpos === 'VBG' && dependents(tree, clause, 'nsubj', 'aux').length === 0

/** "Varnia, *he said*, shelled Dellin"; "Varnia shelled Dellin, *as he put it*": the cue stands beside or inside its content. */
function aside(tree: Tree, verb: number, forms: Cue['forms']): Content | undefined {
  const kind = forms.get('quote')
  const { deprel, head } = tokenAt(tree, verb)
  if (kind === undefined || head < 0) return undefined
  const beside =
    (baseRelation(deprel) === 'parataxis' || (baseRelation(deprel) === 'advcl' && markOf(tree, verb) === 'as')) &&
    dependents(tree, verb, 'nsubj').length > 0
  if (!beside) return undefined
  const own = new Set(subtree(tree, verb))
  return { form: 'quote', kind, tokens: subtree(tree, head).filter((token) => !own.has(token)) }
}

const isInfinitive = (tree: Tree, clause: number): boolean =>
  tokenAt(tree, clause).xpos === 'VB' && /\bto$/.test(markOf(tree, clause))

/** "plans to go", "urged her to go" */
const infinitives = (tree: Tree, verb: number): readonly number[] =>
  dependents(tree, verb, 'xcomp', 'advcl', 'ccomp').filter(
    (clause) => clause > verb && (isInfinitive(tree, clause) || markOf(tree, clause) === 'to'),
  )

const participles = (tree: Tree, verb: number): readonly number[] =>
  dependents(tree, verb, 'xcomp', 'advcl', 'ccomp').filter(
    (clause) => clause > verb && tokenAt(tree, clause).xpos === 'VBG' && markOf(tree, clause) === '',
  )

function objectsOf(tree: Tree, verb: number): readonly number[] {
  if (!isPassive(tree, verb)) return dependents(tree, verb, 'obj', 'iobj')
  const { deprel, head } = tokenAt(tree, verb)
  const subjects = dependents(tree, verb, 'nsubj:pass')
  if (subjects.length > 0) return subjects
  return deprel === 'acl' ? [] : dependents(tree, verb, 'obj', 'iobj').filter((child) => child !== head)
}

/** "described the talks *as useful*", "called him *a liar*", "criticised him *for coming*" */
const complements = (tree: Tree, verb: number): readonly number[] => [
  ...dependents(tree, verb, 'xcomp').filter((child) => child > verb),
  ...dependents(tree, verb, 'obl', 'advcl').filter(
    (child) => child > verb && /^(?:as|for|of)$/.test(preposition(tree, child) || markOf(tree, child)),
  ),
]

const phrases = (tree: Tree, at: number, wanted: ContentForm): readonly number[] => {
  const found = prepositional(tree, at, wanted)
  if (found.length > 0) return found
  return dependents(tree, at, 'advcl', 'ccomp', 'obl', 'acl').filter(
    (clause) => clause > at && markOf(tree, clause).split(' ')[0] === wanted && !isInfinitive(tree, clause),
  )
}

/** The content of a noun: "the claim *that* …", "his plan *to* …", "support *for* …". */
export function contentOfNoun(tree: Tree, noun: number, { forms }: Cue): Content | undefined {
  const clauses = dependents(tree, noun, 'acl', 'ccomp').filter((clause) => clause > noun)
  const finite = clauses.filter(
    (clause) =>
      (CLAUSE_MARK.test(markOf(tree, clause)) && !isInfinitive(tree, clause)) || isTakenForRelative(tree, clause),
  )
  const content = contentIn(tree, forms)
  return (
    content('that', finite) ??
    content(
      'inf',
      clauses.filter((clause) => isInfinitive(tree, clause)),
    ) ??
    firstOf(forms, (form) =>
      content(
        form,
        dependents(tree, noun, 'nmod', 'acl').filter(
          (child) => child > noun && (preposition(tree, child) || markOf(tree, child)) === form,
        ),
      ),
    )
  )
}

/** "the claim that Varnia shelled Dellin", parsed as if "that" were a second object. */
const isTakenForRelative = (tree: Tree, clause: number): boolean => {
  const objects = dependents(tree, clause, 'obj', 'iobj')
  return objects.length > 1 && objects.some((object) => object < clause && /^that$/i.test(tokenAt(tree, object).form))
}

/** The content of a predicative adjective: "is sure *that* …", "is ready *to* …". */
export function contentOfAdjective(tree: Tree, adjective: number, { forms }: Cue): Content | undefined {
  const clauses = dependents(tree, adjective, 'ccomp', 'advcl', 'xcomp', 'csubj').filter((clause) => clause > adjective)
  const content = contentIn(tree, forms)
  return (
    content(
      'that',
      clauses.filter(
        (clause) => baseRelation(tokenAt(tree, clause).deprel) === 'ccomp' || /^that$/i.test(markOf(tree, clause)),
      ),
    ) ??
    content(
      'inf',
      clauses.filter((clause) => isInfinitive(tree, clause)),
    ) ??
    firstOf(forms, (form) => content(form, phrases(tree, adjective, form)))
  )
}

/** Runs of tokens as passages of the text, without the punctuation at their ends. */
export function passages(tree: Tree, tokens: readonly number[]): readonly Span[] {
  const spans: Span[] = []
  let run: number[] = []
  const flush = (): void => {
    while (run.length > 0 && isLoose(tree, run[0] as number)) run.shift()
    while (run.length > 0 && isLoose(tree, run.at(-1) as number)) run.pop()
    const [first, last] = [run[0], run.at(-1)]
    if (first !== undefined && last !== undefined)
      spans.push({ start: tokenAt(tree, first).start, end: tokenAt(tree, last).end })
    run = []
  }
  for (const token of tokens) {
    if (run.length > 0 && token !== (run.at(-1) as number) + 1) flush()
    run.push(token)
  }
  flush()
  return spans
}

const isLoose = (tree: Tree, token: number): boolean => /^[,;:.—–-]+$/.test(tokenAt(tree, token).form)

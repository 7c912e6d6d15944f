/** Where bodies are at home and whose parties are: "the Varnian airline Aldair", "Drell's Harvest Party". */
import type { RelationName } from '../model/ontology.ts'
import type { Anchor } from './discourse.ts'
import type { ReferenceContext } from './reference.ts'
import type { Tie } from './tie.ts'
import { dependents, firstConjunct, spanOf, type Tree, tokenAt } from './tree.ts'

const KIND_OF_BODY =
  /^(?:NGO|company|firm|corporation|carmaker|automaker|airline|bank|lender|insurer|retailer|brewer|operator|manufacturer|maker|producer|giant|conglomerate|start-?up|newspaper|daily|weekly|tabloid|magazine|broadcaster|channel|station|website|network|newswire|agency|university|institute|think-?tank|charity|foundation|organi[sz]ation|group|club|team|party|militia|association|union|consultancy|publisher)$/i
const STATE_RUN = /^state(?:-(?:run|owned|controlled|funded|backed))?$/i
const LONGEST_KIND = 5

export function belongingTies(context: ReferenceContext): readonly Tie[] {
  return context.discourse.anchors().flatMap((anchor) => {
    if (anchor.form !== 'name') return []
    const { type } = context.discourse.entity(anchor.entity)
    const tree = context.discourse.trees[anchor.sentence] as Tree
    switch (type) {
      case 'party':
        return [...partyOf(context, tree, anchor), ...homeOfBody(context, tree, anchor)]
      case 'organization':
      case 'media':
      case 'armed_force':
        return homeOfBody(context, tree, anchor)
      default:
        return []
    }
  })
}

const tie = (
  relation: RelationName,
  source: Anchor,
  target: Anchor,
  trigger: Tie['spans']['trigger'],
  rule: string,
): Tie => ({
  relation,
  kinship: null,
  source: source.entity,
  target: target.entity,
  former: false,
  modality: 'asserted',
  rule,
  sentence: source.sentence,
  spans: { source, target, trigger },
})

/** "under his Harvest Party", "Drell's Harvest Party" */
function partyOf({ discourse }: ReferenceContext, tree: Tree, party: Anchor): Tie[] {
  const [owner] = dependents(tree, party.head, 'nmod:poss')
    .flatMap((child) => discourse.at(party.sentence, child))
    .filter(({ entity }) => discourse.entity(entity).type === 'person')
  return owner === undefined ? [] : [tie('member_of', owner, party, party, 'possessor of a party')]
}

/** "Varnian airline Aldair", "the Varnian state news agencies Varpress and Lodnet", "Aldair, a Varnian airline," */
function homeOfBody(context: ReferenceContext, tree: Tree, body: Anchor): Tie[] {
  const { discourse } = context
  const first = discourse.at(body.sentence, firstConjunct(tree, body.head))[0] ?? body
  const before = kindBefore(tree, first.from)
  const apposed = dependents(tree, body.head, 'appos').find(
    (noun) => tokenAt(tree, noun).upos === 'NOUN' && KIND_OF_BODY.test(tokenAt(tree, noun).lemma),
  )
  const kind = before ?? apposed
  if (kind === undefined) return []
  const from = Math.max(0, kind - LONGEST_KIND)
  const home = discourse
    .between(body.sentence, body.sentence)
    .findLast(
      (a) =>
        a.to <= kind && a.from >= from && discourse.entity(a.entity).type === 'country' && isEpithet(tree, a, kind),
    )
  if (home === undefined || home.entity === body.entity) return []
  const words = tree.tokens.slice(home.to, kind)
  const isStateRun = words.some(({ form }) => STATE_RUN.test(form)) || /^state-/i.test(tokenAt(tree, kind).form)
  return [tie(isStateRun ? 'works_for' : 'based_in', body, home, spanOf(tree, home.to, kind + 1), 'home of a body')]
}

/** The noun right before a name that says what kind of body it is. */
function kindBefore(tree: Tree, name: number): number | undefined {
  const at = name - 1
  const token = tree.tokens[at]
  return token !== undefined && /^(?:NGO$|\p{Ll})/u.test(token.form) && KIND_OF_BODY.test(token.lemma) ? at : undefined
}

/** Whether nothing but adjectives and nouns stands between the state's adjective and the kind. */
function isEpithet(tree: Tree, { to, form }: Anchor, kind: number): boolean {
  if (form === 'role' || form === 'pronoun') return false
  return tree.tokens
    .slice(to, kind)
    .every(({ upos, form: word }) => ['ADJ', 'NOUN', 'VERB'].includes(upos) || word === '-')
}

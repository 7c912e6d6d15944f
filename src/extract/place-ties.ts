/** Ties to places that need no verb: where people come from, where bodies have their seat, places named inside places. */
import { allows, ENTITY_TYPES } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import type { Anchor, Discourse } from './discourse.ts'
import { foldName } from './names.ts'
import { type ReferenceContext, referents } from './reference.ts'
import type { Tie } from './tie.ts'
import { conjuncts, dependents, preposition, spanOf, type Tree, tokenAt } from './tree.ts'

/** Home towns, origins and seats, in order of reading. */
export const placeTies = (context: ReferenceContext): readonly Tie[] =>
  context.discourse.trees.flatMap((tree, sentence) => [
    ...homeTowns(context, tree, sentence),
    ...seats(context, tree, sentence),
    ...origins(context, tree, sentence),
  ])

/** "Eugene Owen of Varnia", "a teacher from Lodesk": where somebody comes from. */
function origins(context: ReferenceContext, tree: Tree, sentence: number): Tie[] {
  const { discourse } = context
  return discourse
    .between(sentence, sentence)
    .filter((anchor) => anchor.form === 'name' && discourse.entity(anchor.entity).type === 'person')
    .flatMap((bearer): Tie[] => {
      const place = originOf(context, tree, bearer) ?? bornIn(discourse, tree, bearer)
      if (place === undefined) return []
      const trigger = { start: bearer.end, end: place.start }
      return [
        {
          relation: 'from',
          kinship: null,
          source: bearer.entity,
          target: place.entity,
          former: false,
          modality: 'asserted',
          rule: 'origin',
          sentence,
          spans: { source: bearer, target: place, trigger: place.start > bearer.end ? trigger : place },
        },
      ]
    })
}

export const originOf = ({ discourse }: ReferenceContext, tree: Tree, bearer: Anchor): Anchor | undefined =>
  dependents(tree, bearer.head, 'nmod')
    .filter((child) => child >= bearer.to && child <= bearer.to + 3 && /^(?:of|from)$/.test(preposition(tree, child)))
    .flatMap((child) => discourse.at(bearer.sentence, child))
    .find(
      (anchor) =>
        ['country', 'city', 'region'].includes(discourse.entity(anchor.entity).type) && anchor.form === 'name',
    )

/** "Varnia-born banker Drell" */
function bornIn(discourse: Discourse, tree: Tree, bearer: Anchor): Anchor | undefined {
  for (let at = bearer.from - 1; at > Math.max(1, bearer.from - 6); at--) {
    if (!/^(?:born|raised)$/.test(tokenAt(tree, at).form) || tokenAt(tree, at - 1).form !== '-') continue
    return discourse.covering(bearer.sentence, at - 2)
  }
  return undefined
}

/** "Drell's headquarters in Lodesk" */
function seats(context: ReferenceContext, tree: Tree, sentence: number): Tie[] {
  return tree.tokens.flatMap((token, seat): Tie[] => {
    if (!/^(?:headquarters?|offices?|base)$/i.test(token.form)) return []
    const owner = dependents(tree, seat, 'nmod:poss')
      .flatMap((child) => referents(context, sentence, child))
      .find(({ entity }) => allows('based_in', context.discourse.entity(entity).type, 'city'))
    const place = dependents(tree, seat, 'nmod')
      .filter((child) => preposition(tree, child) === 'in')
      .flatMap((child) => context.discourse.at(sentence, child))
      .find(({ entity }) => ['city', 'region', 'country'].includes(context.discourse.entity(entity).type))
    if (owner === undefined || place === undefined || owner.entity === place.entity) return []
    return [
      {
        relation: 'based_in',
        kinship: null,
        source: owner.entity,
        target: place.entity,
        former: false,
        modality: 'asserted',
        rule: 'seat in a place',
        sentence,
        spans: { source: owner, target: place, trigger: tokenAt(tree, seat) },
      },
    ]
  })
}

/** "In Lodesk, the hometown of President Drell, …" */
function homeTowns(context: ReferenceContext, tree: Tree, sentence: number): Tie[] {
  return tree.tokens.flatMap((token, home): Tie[] => {
    if (!/^(?:hometown|birthplace)$/i.test(token.form)) return []
    const owners = [
      ...dependents(tree, home, 'nmod:poss'),
      ...dependents(tree, home, 'nmod').filter((child) => preposition(tree, child) === 'of'),
    ]
    const people = owners
      .flatMap((owner) => referents(context, sentence, owner))
      .filter((r) => context.discourse.entity(r.entity).type === 'person')
    const places = [
      ...(token.head >= 0 ? [token.head] : []),
      ...dependents(tree, home, 'appos', 'nmod', 'nsubj', 'flat'),
    ]
      .flatMap((at) => context.discourse.at(sentence, at))
      .filter((anchor) => ['city', 'region', 'country'].includes(context.discourse.entity(anchor.entity).type))
    const [person, place] = [people[0], places[0]]
    if (person === undefined || place === undefined) return []
    return [
      {
        relation: 'from',
        kinship: null,
        source: person.entity,
        target: place.entity,
        former: false,
        modality: 'asserted',
        rule: 'home town',
        sentence,
        spans: { source: person, target: place, trigger: token },
      },
    ]
  })
}

/** "Lodesk, the Varnian capital", "the capital of Varnia, Lodesk". */
function capitalOf(discourse: Discourse, tree: Tree, anchor: Anchor): Anchor | undefined {
  // "the Varnian capital, Torvik", however it was parsed
  const before =
    tree.tokens[anchor.from - 1]?.form === ',' &&
    /^(?:capital|city|town|village|port)$/i.test(tree.tokens[anchor.from - 2]?.form ?? '')
      ? discourse.covering(anchor.sentence, anchor.from - 3)
      : undefined
  if (before !== undefined && ['country', 'region'].includes(discourse.entity(before.entity).type)) return before
  const { head, deprel } = tokenAt(tree, anchor.head)
  const nouns = [...dependents(tree, anchor.head, 'appos'), ...(deprel === 'appos' && head >= 0 ? [head] : [])].filter(
    (at) => /^(?:capital|city|town|village|port|resort)$/i.test(tokenAt(tree, at).form),
  )
  return nouns
    .flatMap((noun) => [
      ...dependents(tree, noun, 'amod', 'nmod:poss', 'compound'),
      ...dependents(tree, noun, 'nmod').filter(
        (child) => preposition(tree, child) === 'of' || preposition(tree, child) === 'in',
      ),
    ])
    .flatMap((child) => discourse.at(anchor.sentence, child))
    .find((a) => ['country', 'region'].includes(discourse.entity(a.entity).type))
}

/** "the Varnia-led coalition" has Varnia as a member. */
export function coalitionMembers(discourse: Discourse): Tie[] {
  return discourse.anchors().flatMap((anchor): Tie[] => {
    if (anchor.form !== 'name' || discourse.entity(anchor.entity).type !== 'armed_force') return []
    const tree = discourse.trees[anchor.sentence] as Tree
    const led = tree.tokens.findIndex((token, i) => i >= anchor.from && i < anchor.to && token.form === 'led')
    if (led < 0) return []
    const leader = discourse
      .between(anchor.sentence, anchor.sentence)
      .find(
        (other) => anchor.from <= other.from && other.to <= led && discourse.entity(other.entity).type === 'country',
      )
    if (leader === undefined) return []
    return [
      {
        relation: 'member_of',
        kinship: null,
        source: leader.entity,
        target: anchor.entity,
        former: false,
        modality: 'asserted',
        rule: 'leader in the name of a coalition',
        sentence: anchor.sentence,
        spans: { source: leader, target: anchor, trigger: spanOf(tree, led, led + 1) },
      },
    ]
  })
}

/** "Varnia's Ostrel base", "Lodesk, Varnia", and places whose names begin with a place's. */
export function locations(discourse: Discourse): Tie[] {
  const places = new Map(
    discourse.entities.filter((e) => ['city', 'region'].includes(e.type)).map((e) => [foldName(e.name), e.index]),
  )
  return discourse.anchors().flatMap((anchor): Tie[] => {
    const { type, name } = discourse.entity(anchor.entity)
    if (anchor.form !== 'name' || ENTITY_TYPES[type].kind !== 'place') return []
    const tree = discourse.trees[anchor.sentence] as Tree
    const tie = (target: number, spans: Span, rule: string): Tie => ({
      relation: 'located_in',
      kinship: null,
      source: anchor.entity,
      target,
      former: false,
      modality: 'asserted',
      rule,
      sentence: anchor.sentence,
      spans: { source: anchor, target: spans, trigger: anchor },
    })
    const first =
      places.get(foldName(name).split(' ')[0] as string) ?? places.get(foldName(name).split(' ').slice(0, 2).join(' '))
    if (type === 'facility' && first !== undefined && first !== anchor.entity) {
      return [tie(first, { start: anchor.start, end: tokenAt(tree, anchor.from).end }, 'place in the name of a place')]
    }
    const within = dependents(tree, anchor.head, 'nmod')
      .filter((child) => child > anchor.head && ['in', 'near', 'outside'].includes(preposition(tree, child)))
      .flatMap((child) => discourse.at(anchor.sentence, child))
      .find(
        (a) => ['city', 'region', 'country'].includes(discourse.entity(a.entity).type) && a.entity !== anchor.entity,
      )
    if (within !== undefined) return [tie(within.entity, within, 'place in a place')]
    const capital = capitalOf(discourse, tree, anchor)
    if (capital !== undefined) return [tie(capital.entity, capital, 'capital of a state')]
    const owner = dependents(tree, anchor.head, 'nmod:poss')
      .flatMap((child) => discourse.at(anchor.sentence, child))
      .find((a) => discourse.entity(a.entity).type === 'country')
    if (owner !== undefined) return [tie(owner.entity, owner, 'possessor of a place')]
    const next = dependents(tree, anchor.head, 'appos', 'nmod:unmarked', 'list')
      .flatMap((child) => conjuncts(tree, child).slice(0, 1))
      .flatMap((child) => discourse.at(anchor.sentence, child))
    const country = next.find(
      (a) =>
        ['country', 'region'].includes(discourse.entity(a.entity).type) &&
        a.entity !== anchor.entity &&
        a.start - anchor.end <= 2 &&
        a.form === 'name',
    )
    return country === undefined ? [] : [tie(country.entity, country, 'place, country')]
  })
}

/**
 * States that no list knows, told by how the text speaks of them: "the president of Costa Verda", "Varnia's army", "Varnian
 * Foreign Minister", "Varnian" beside "Varnia".
 */
import type { NameMention } from './name-mention.ts'
import { foldName, isDerivedFrom } from './names.ts'
import type { Tree } from './tree.ts'
import type { World } from './world.ts'

export interface InferredStates {
  /** Folded name → the state's name. */
  readonly named: ReadonlyMap<string, string>
  /**
   * The state that an adjective or a people's name is made from; where the text names none, the adjective itself, if the
   * word behind it tells that it is a state's.
   */
  readonly ofAdjective: (word: string, next: string | undefined) => string | undefined
}

/** Nouns that only a state, or what belongs to one, has. */
const STATELY =
  /^(?:president|prime|minister|premier|king|queen|chancellor|government|army|forces?|troops|military|parliament|ambassador|foreign|embassy|capital|republic|navy|soldiers?|officials?|authorities|envoy|diplomats?|state|defen[cs]e|interior|air|citizens?|nationals?)$/i
const ADJECTIVAL = /^\p{Lu}[\p{L}’'-]+(?:ian|an|ese|ish|i|ic|ene|ite)s?$/u
const FORM_OF_STATE =
  /^(?:republic|kingdom|federation|sultanate|emirate|principality|grand duchy|commonwealth|union) of (?:the )?/i
const OFFICE_OF =
  /(?:^| )(?:republic|kingdom|federation|sultanate|emirate|principality|president|government|king|queen|premier|chancellor|minister|army|parliament|citizen|people|nation|state|emir|sultan|foreign ministry) of (?:the )?(?:neighbou?ring )?$/
const OWNED =
  /^[’']s (?:president|prime|foreign|defen[cs]e|interior|government|army|parliament|ambassador|king|queen|chancellor|premier|military|navy|embassy)/

/** The shortest stem from which an adjective is derived. */
const BEGINNING = 3

export function inferStates(trees: readonly Tree[], named: readonly NameMention[], world: World): InferredStates {
  const states = new Map<string, string>()
  const add = (name: string): void => void states.set(foldName(name), stateName(name))
  for (const mention of named)
    if (mention.type === 'country' && mention.form === 'name')
      states.set(foldName(mention.text), mention.known ?? mention.text)

  const candidates = candidateNames(named, world)
  // An adjective shares its first letters with its state, so that few candidates need a look.
  const byBeginning = new Map<string, (readonly [folded: string, name: string])[]>()
  for (const entry of candidates) {
    const beginning = entry[0].slice(0, BEGINNING)
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry])
  }
  for (const mention of named) {
    if (FORM_OF_STATE.test(mention.text)) add(mention.text)
    else if (candidates.has(foldName(mention.text)) && isSpokenOfAsState(trees[mention.sentence] as Tree, mention))
      add(mention.text)
  }
  for (const tree of trees) {
    tree.tokens.forEach((token, i) => {
      if (!ADJECTIVAL.test(token.form) || world.demonym(token.form) !== undefined) return
      const official = STATELY.test(tree.tokens[i + 1]?.form ?? '')
      const modifies = ['amod', 'compound', 'nmod:desc'].includes(token.deprel) || token.xpos === 'NNPS'
      if (!official && !modifies) return
      for (const [folded, name] of byBeginning.get(foldName(token.form).slice(0, BEGINNING)) ?? []) {
        if (isDerivedFrom(token.form, folded) && (official || world.city(name) === undefined)) add(name)
      }
    })
  }
  return {
    named: states,
    ofAdjective: (word, next) => {
      if (!ADJECTIVAL.test(word) || world.city(word) !== undefined) return undefined
      const known = [...states].find(([folded]) => folded !== foldName(word) && isDerivedFrom(word, folded))
      if (known !== undefined) return known[1]
      return /(?:ian|an|ese|ish)s?$/.test(word) && STATELY.test(next ?? '') ? word.replace(/s$/, '') : undefined
    },
  }
}

/** "Varnian" before "president", "army" and the like. */
export const isStateAdjective = (word: string, next: string | undefined): boolean =>
  ADJECTIVAL.test(word) && STATELY.test(next ?? '')

/** Names that may be states': not known for something else, no part of a person's full name. */
function candidateNames(named: readonly NameMention[], world: World): ReadonlyMap<string, string> {
  const personal = new Set(
    named.filter((m) => m.type === 'person' && m.text.includes(' ')).flatMap((m) => foldName(m.text).split(' ')),
  )
  return new Map(
    named
      .filter(
        ({ type, known, text }) =>
          type !== 'country' &&
          (known === null || type === 'city') &&
          type !== 'organization' &&
          world.capital(text) === undefined,
      )
      .filter(({ text }) => !personal.has(foldName(text)))
      .map(({ text }) => [foldName(text), text]),
  )
}

function isSpokenOfAsState(tree: Tree, { from, to }: NameMention): boolean {
  const words = (start: number, end: number): string =>
    tree.tokens
      .slice(Math.max(0, start), end)
      .map((token) => token.form.toLowerCase())
      .join(' ')
  return OFFICE_OF.test(`${words(from - 5, from)} `) || OWNED.test(words(to, to + 3))
}

const stateName = (name: string): string => name.replace(FORM_OF_STATE, '')

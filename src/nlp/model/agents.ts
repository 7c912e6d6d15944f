/**
 * "The treaty was signed by both governments": who does it in a passive is `obl:agent`. The parser names the arc before it
 * has seen enough, now and then; in the finished tree the rule is plain.
 */
import type { Token } from '../analysis.ts'

/** Tags and dependencies of a word; heads are indices into the sentence, -1 for the root. */
export type WordReading = Pick<Token, 'upos' | 'xpos' | 'head' | 'deprel'>

/** After "by", these say when or how, not who. */
const NO_AGENTS =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|end|time|then|now|today|tomorrow|yesterday|noon|midnight|night|dawn|dusk|evening|morning|day|week|month|year|decade|century|hour|minute|percent|phone|telephone|mail|email|train|car|bus|plane|air|sea|land|road|boat|ship)s?$/i

export function nameAgents(forms: readonly string[], words: readonly WordReading[]): readonly WordReading[] {
  const passive = new Set(words.filter(({ deprel }) => deprel === 'aux:pass').map(({ head }) => head))
  if (passive.size === 0) return words
  const led = new Set(
    words.filter(({ deprel }, i) => deprel === 'case' && /^by$/i.test(forms[i]!)).map(({ head }) => head),
  )
  return words.map((word, i) => {
    const { deprel, head, upos } = word
    const isNominal = upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON'
    const isAgent = deprel === 'obl' && isNominal && passive.has(head) && led.has(i) && !NO_AGENTS.test(forms[i]!)
    return isAgent ? { ...word, deprel: 'obl:agent' } : word
  })
}

/** Names from GUM's entities: of the things that it marks, those that a proper noun names. */
import { CUE_TITLE, cueOf } from '../../src/nlp/model/cue-words.ts'
import { hashString } from '../../src/nlp/model/hashing.ts'
import type { TreebankSentence } from './conllu.ts'
import type { NamedSentence } from './names.ts'

interface Mention {
  readonly type: string
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

const TYPES: Readonly<Record<string, string>> = { person: 'person', organization: 'organization', place: 'place' }

/** Words inside names of organisations and places, in lower case. */
const LINKS = new Set(['of', 'the', 'and', 'for', '&', 'de', 'la', 'del', 'al', 'van', 'von', 'der', 'bin', '-'])
/** Those that also stand inside names of persons. */
const PERSON_LINKS = new Set(['de', 'la', 'del', 'al', 'van', 'von', 'der', 'bin', '-'])

export function namesOfGum(sentences: readonly TreebankSentence[]): NamedSentence[] {
  return sentences.map((sentence) => {
    const names: string[] = sentence.forms.map(() => 'O')
    const mentions = readMentions(sentence.misc).sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    for (const mention of mentions) {
      const name = nameIn(sentence, mention)
      if (name === undefined || names.slice(name.from, name.to).some((tag) => tag !== 'O')) continue
      for (let i = name.from; i < name.to; i++) names[i] = `${i === name.from ? 'B' : 'I'}-${name.type}`
    }
    return { corpus: 'gum', forms: sentence.forms, names }
  })
}

/** The `Entity=` fields: "(7-person-...", "7)" and "(7-person-...)", any number of them at a token. */
function readMentions(misc: readonly string[]): Mention[] {
  const mentions: Mention[] = []
  const open: { readonly id: string; readonly type: string; readonly from: number }[] = []
  for (const [i, field] of misc.entries()) {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(field)?.[1] ?? ''
    for (const [, opened, closedAtOnce, closed] of entity.matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const [id = '', type = ''] = opened.split('-')
        if (closedAtOnce === ')') mentions.push({ type, from: i, to: i + 1 })
        else open.push({ id, type, from: i })
      } else {
        const at = open.findLastIndex(({ id }) => id === closed)
        const begun = open[at]
        if (begun === undefined) continue
        mentions.push({ type: begun.type, from: begun.from, to: i + 1 })
        open.splice(at, 1)
      }
    }
  }
  return mentions
}

/** The proper name at the head of a mention, without titles and articles. */
function nameIn({ forms, upos, xpos, heads }: TreebankSentence, mention: Mention): Mention | undefined {
  const inside = (i: number) => i >= mention.from && i < mention.to
  let head = mention.from
  while (inside(head) && inside(heads[head]!)) head++
  // Days and months are proper nouns to the treebank, and no names to the other corpora.
  if (!inside(head) || upos[head] !== 'PROPN' || mention.type === 'time') return undefined
  // "Democrats" and "the Norwegians" are many and none of them in particular.
  const type = mention.type === 'person' && xpos[head] === 'NNPS' ? 'other' : (TYPES[mention.type] ?? 'other')
  const links = type === 'person' ? PERSON_LINKS : LINKS
  // The "Western" of "Western Australia" is an adjective, and proper all the same: the Penn tag tells.
  const isProper = (i: number): boolean => /^NNP/.test(xpos[i]!)
  const isPart = (i: number): boolean =>
    inside(i) && (isProper(i) || (/^\p{Lu}/u.test(forms[i]!) && i > 0 && upos[i] !== 'DET'))
  const isLink = (i: number): boolean => inside(i) && links.has(forms[i]!.toLowerCase())
  let from = head
  let to = head + 1
  for (;;) {
    if (isPart(from - 1)) from--
    else if (isLink(from - 1) && isPart(from - 2)) from -= 2
    else break
  }
  for (;;) {
    if (isPart(to)) to++
    else if (isLink(to) && isPart(to + 1)) to += 2
    else if (isLink(to) && isLink(to + 1) && isPart(to + 2)) to += 3
    else break
  }
  while (from < head && ((upos[from] === 'ADJ' && !isProper(from)) || /^(the|of|and|for|-)$/i.test(forms[from]!)))
    from++
  const isTitle = (i: number): boolean => cueOf(hashString(forms[i]!.toLowerCase())) === CUE_TITLE
  if (type === 'person') while (from < to && isTitle(from)) from++
  return from === to ? undefined : { type, from, to }
}

/** "I", "me", "my" in a quotation → whoever is quoted. "We" stays open: a speaker's party, government or people may be meant. */
import type { Discourse } from './discourse.ts'
import type { Speakers } from './speakers.ts'

const FIRST_PERSON = /^(?:i|me|my|mine|myself)$/i

export function resolveFirstPerson(discourse: Discourse, speakers: Speakers): void {
  discourse.trees.forEach((tree, sentence) => {
    tree.tokens.forEach(({ form, upos, start, end }, head) => {
      if (upos !== 'PRON' || !FIRST_PERSON.test(form) || discourse.at(sentence, head).length > 0) return
      const source = speakers.of(sentence, head)
      if (source === undefined) return
      const speaker =
        discourse.at(source.sentence, source.referent)[0] ?? discourse.covering(source.sentence, source.referent)
      if (speaker === undefined || discourse.entity(speaker.entity).type !== 'person') return
      discourse.add({ sentence, head, from: head, to: head + 1, form: 'pronoun', start, end, entity: speaker.entity })
    })
  })
}

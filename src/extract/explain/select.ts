/** The part of an explanation that somebody asks for. */
import { InvalidInputError } from '../../model/errors.ts'
import { foldName } from '../names.ts'
import type { Explanation, NamedEntity, SentenceExplanation } from './explanation.ts'

/** @throws InvalidInputError where the text has no such sentence */
export function sentenceNumbered({ sentences }: Explanation, number: number): SentenceExplanation {
  const found = sentences[number - 1]
  if (found === undefined)
    throw new InvalidInputError(
      'sentence',
      sentences.length === 0
        ? 'The text has no sentence.'
        : `There is no sentence ${number}. The text has ${sentences.length}, numbered from 1.`,
    )
  return found
}

export interface EdgeExplanation {
  readonly ends: readonly [NamedEntity, NamedEntity]
  /** Sentences that state something between the two, or speak of both. */
  readonly sentences: readonly SentenceExplanation[]
}

/** @throws InvalidInputError where the text names nobody so, or several */
export function between(explanation: Explanation, one: string, other: string): EdgeExplanation {
  const ends = [entityCalled(explanation, one), entityCalled(explanation, other)] as const
  if (ends[0] === ends[1])
    throw new InvalidInputError('edge', `“${one}” and “${other}” are the same to this text: ${ends[0].name}.`)
  return { ends, sentences: explanation.sentences.filter((sentence) => ends.every((end) => speaksOf(sentence, end))) }
}

const speaksOf = ({ mentions, relations, events }: SentenceExplanation, { name, type }: NamedEntity): boolean =>
  mentions.some((mention) => mention.entity === name && mention.type === type) ||
  relations.some(({ source, target }) => source === name || target === name) ||
  events.some(({ participants, places }) => [...participants.map((one) => one.name), ...places].includes(name))

/** By its name, an alias, or a part of its name that no other has. */
function entityCalled({ entities }: Explanation, given: string): NamedEntity {
  const wanted = foldName(given)
  const called = entities.filter(({ name, aliases }) => [name, ...aliases].some((each) => foldName(each) === wanted))
  const found =
    called.length > 0 ? called : entities.filter(({ name }) => ` ${foldName(name)} `.includes(` ${wanted} `))
  const [first, ...more] = found
  if (first === undefined)
    throw new InvalidInputError(
      'edge',
      entities.length === 0
        ? 'The text names nobody and no place that could be read.'
        : `The text names no “${given}”. It names ${listed(entities)}.`,
    )
  if (more.length > 0) throw new InvalidInputError('edge', `“${given}” may be ${listed(found)}. Write the whole name.`)
  return first
}

const MOST_NAMES = 30

const listed = (entities: readonly NamedEntity[]): string => {
  const names = entities.slice(0, MOST_NAMES).map(({ name, type }) => `${name} (${type})`)
  return `${names.join(', ')}${entities.length > MOST_NAMES ? ` and ${entities.length - MOST_NAMES} more` : ''}`
}

/** An explanation as text for people. */
import type {
  ExplainedEvent,
  ExplainedFrame,
  ExplainedRelation,
  ExplainedTime,
  ExplainedTrigger,
  FilledRole,
  ParsedWord,
  SentenceExplanation,
} from '../extract/explain/explanation.ts'
import type { EdgeExplanation } from '../extract/explain/select.ts'

/** What the text says of two, in one look; the sentences follow. */
export function renderEdge({ ends: [one, other], sentences }: EdgeExplanation): string {
  const named = (...names: readonly string[]): boolean => names.includes(one.name) && names.includes(other.name)
  const facts = sentences.flatMap(({ number, relations, events }) => [
    ...relations
      .filter(({ source, target }) => named(source, target))
      .map((relation) => `sentence ${number}: ${renderRelation(relation)}`),
    ...events
      .filter(({ participants, places }) => named(...participants.map(({ name }) => name), ...places))
      .map((event) => `sentence ${number}: ${renderEvent(event)}`),
  ])
  const title = `${one.name} (${one.type}) and ${other.name} (${other.type})`
  if (sentences.length === 0) return `${title}\n  No sentence speaks of both.`
  const numbers = sentences.map(({ number }) => number).join(', ')
  return section(title, [
    ...(facts.length === 0 ? ['No fact was read between them.'] : facts),
    `Spoken of together in ${sentences.length === 1 ? 'sentence' : 'sentences'} ${numbers}.`,
  ])
}

export function renderSentence(sentence: SentenceExplanation): string {
  const { number, form, paragraph, start, end, text } = sentence
  return [
    `Sentence ${number} (${form}, paragraph ${paragraph}, characters ${start} to ${end})`,
    `  ${text}`,
    '',
    section('Parse', table(sentence.words.map(parseRow))),
    section(
      'Mentions',
      table(
        sentence.mentions.map(({ text: words, form: how, entity, type }) => [
          words,
          how,
          entity === null ? 'not resolved' : `${entity} (${type})`,
        ]),
      ),
    ),
    optional(
      'Titles and roles',
      sentence.roles.map(
        ({ bearer, words, role, rule, former, modality, ties }) =>
          `${bearer}: “${words}” (${[role, rule, ...(former ? ['former'] : []), ...(modality === 'asserted' ? [] : [modality])].join(', ')}): ${ties.join('; ') || 'tied to nothing'}`,
      ),
    ),
    optional(
      'Whose word',
      sentence.attributions.map(
        ({ source, cue, contents, kind, form: how, report }) =>
          `${source ?? 'nobody'} | ${cue} | ${contents.join(' … ')}  (${kind}, ${how}${report ? '' : '; no report'})`,
      ),
    ),
    optional('Times', sentence.times.map(renderTime)),
    section('Frames', [
      ...sentence.triggers.flatMap(renderTrigger),
      ...(sentence.unknownVerbs.length === 0 ? [] : [`In no frame: ${sentence.unknownVerbs.join(', ')}`]),
    ]),
    section('Facts', [...sentence.relations.map(renderRelation), ...sentence.events.map(renderEvent)]),
  ]
    .filter((part) => part !== undefined)
    .join('\n')
}

const optional = (title: string, lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : section(title, lines)

const section = (title: string, lines: readonly string[]): string =>
  [title, ...(lines.length === 0 ? ['none'] : lines).map((line) => `  ${line}`)].join('\n')

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

const parseRow = ({ id, form, lemma, upos, xpos, head, deprel }: ParsedWord, _: number, all: readonly ParsedWord[]) => [
  String(id),
  form,
  lemma,
  upos,
  xpos,
  deprel,
  head === 0 ? '' : `${head} ${all[head - 1]?.form ?? ''}`,
]

const renderTime = ({ text, date, endDate }: ExplainedTime): string =>
  `“${text}” ${date ?? 'no day'}${endDate === null || endDate === date ? '' : ` to ${endDate}`}`

function renderTrigger(trigger: ExplainedTrigger): readonly string[] {
  const { id, word, pos, carrier, modality, status, byCalendar, speaker, time, frames } = trigger
  const about = [
    pos,
    ...(carrier === null ? [] : [`carried by “${carrier}”`]),
    modality,
    ...(speaker === null ? [] : [`told by ${speaker}`]),
    ...(time === null ? [] : [renderTime(time)]),
  ]
  const steps = status.map((step) => `${step.word} ${step.modality}`)
  const asked = steps.filter((step, i) => step !== steps[i - 1]).join(', ')
  return [
    `${word} (word ${id}): ${about.join(', ')}`,
    `  status: ${asked}${byCalendar ? `, by the calendar ${modality}` : ''}`,
    ...frames.flatMap(renderFrame).map((line) => `  ${line}`),
  ]
}

const SIGNS = { stated: '+', tried: '~', unfit: '-' } as const

function renderFrame({
  frame,
  relation,
  event,
  status,
  outcome,
  agent,
  target,
  stated,
  why,
}: ExplainedFrame): readonly string[] {
  const makes = [relation, event, status].filter((part) => part !== null).join(', ')
  const roles = [
    ...(agent.length === 0 ? [] : [`agent ${agent.map(renderRole).join(' or ')}`]),
    ...(target.length === 0 ? [] : [`target ${target.map(renderRole).join(' or ')}`]),
  ]
  return [
    `${SIGNS[outcome]} ${frame} (${makes}): ${outcome === 'stated' ? stated.join('; ') : why.join('; ')}`,
    ...roles.map((role) => `    ${role}`),
  ]
}

const renderRole = ({ place, found }: FilledRole): string =>
  found.length === 0
    ? `${place}: none`
    : `${place}: ${found.map(({ word, entities }) => `“${word}” = ${entities.join(', ') || 'nobody known'}`).join(', ')}`

const renderRelation = (fact: ExplainedRelation): string =>
  `${fact.source} ${fact.former ? 'former ' : ''}${fact.relation} ${fact.target} (${about(fact)}, rule “${fact.rule}”${fact.event === null ? '' : `, event “${fact.event}”`})`

const renderEvent = (event: ExplainedEvent): string =>
  `Event “${event.label}” (${event.type}, ${about(event)}): ${[
    ...event.participants.map(({ name, role }) => `${role} ${name}`),
    ...event.places.map((place) => `in ${place}`),
  ].join(', ')}`

const about = ({
  modality,
  attributedTo,
  date,
  confidence,
}: Pick<ExplainedRelation, 'modality' | 'attributedTo' | 'date' | 'confidence'>): string =>
  [
    modality,
    ...(attributedTo === null ? [] : [`told by ${attributedTo}`]),
    ...(date === null ? [] : [date]),
    `confidence ${confidence}`,
  ].join(', ')

/** A second look at a document, with the same rules, that keeps what they saw on the way. */
import type { SourceDocument } from '../../model/document.ts'
import type { EventFact, Extraction, Mention, Relation, Speaker } from '../../model/facts.ts'
import type { LocalId } from '../../model/ids.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Sentence } from '../../nlp/analysis.ts'
import { isReport } from '../attribution/attribution.ts'
import { type ExtractorResources, readStages, type Stages, write } from '../extract.ts'
import type { FrameTrial } from '../reference.ts'
import { type Time, timeOf } from '../settings.ts'
import { type Speakers, speakersIn } from '../speakers.ts'
import { statusAt, statusOf } from '../status.ts'
import { spanOf, type Tree, tokenAt } from '../tree.ts'
import { explainFrames, framesUnder } from './explain-frames.ts'
import type {
  ExplainedEvent,
  ExplainedMention,
  ExplainedRelation,
  ExplainedRole,
  ExplainedTime,
  ExplainedTrigger,
  Explanation,
  SentenceExplanation,
} from './explanation.ts'

export function explain(
  resources: ExtractorResources,
  document: SourceDocument,
  sentences: readonly Sentence[],
): Explanation {
  const trials: FrameTrial[][] = sentences.map(() => [])
  const stages = readStages(resources, document, sentences, (trial) => trials[trial.sentence]?.push(trial))
  const looking: Looking = {
    stages,
    text: document.text,
    extraction: write(stages, document, sentences),
    speakers: speakersIn(stages.trees, stages.attributions),
  }
  return {
    entities: looking.extraction.entities.map(({ name, aliases, type }) => ({ name, aliases, type })),
    sentences: stages.trees.map((tree, i) => explainSentence(looking, tree, i, trials[i] ?? [])),
    notes: looking.extraction.notes,
  }
}

interface Looking {
  readonly stages: Stages
  readonly text: string
  readonly extraction: Extraction
  readonly speakers: Speakers
}

const words = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ')

function explainSentence(
  looking: Looking,
  tree: Tree,
  sentence: number,
  trials: readonly FrameTrial[],
): SentenceExplanation {
  const { stages, text, extraction } = looking
  const { start, end, form, paragraph } = tree.sentence
  const triggers = explainTriggers(looking, tree, sentence, trials)
  const inside = (span: Span): boolean => span.start === start && span.end === end
  return {
    number: sentence + 1,
    start,
    end,
    form,
    paragraph: paragraph + 1,
    text: words(text, tree.sentence),
    words: tree.tokens.map((token, i) => ({
      id: i + 1,
      form: token.form,
      lemma: token.lemma,
      upos: token.upos,
      xpos: token.xpos,
      head: token.head + 1,
      deprel: token.deprel,
    })),
    mentions: mentionsIn(looking, tree.sentence),
    attributions: stages.attributions
      .filter(({ cue }) => cue.sentence === sentence)
      .map((attribution) => ({
        kind: attribution.kind,
        form: attribution.form,
        source: attribution.source === null ? null : words(text, attribution.source),
        cue: words(text, attribution.cue),
        contents: attribution.contents.map((content) => words(text, content)),
        report: isReport(attribution),
      })),
    roles: rolesIn(looking, tree, sentence),
    times: stages.timesOf(sentence).map((time) => timeIn(text, tree, time)),
    triggers,
    unknownVerbs: tree.tokens
      .filter(({ upos }, i) => upos === 'VERB' && !triggers.some(({ id }) => id === i + 1))
      .map(({ lemma }) => lemma),
    relations: extraction.relations
      .filter(({ evidence }) => evidence.some((one) => inside(one.sentence)))
      .map((relation) => explainRelation(extraction, relation)),
    events: extraction.events
      .filter(({ evidence }) => evidence.some((one) => inside(one.sentence)))
      .map((event) => explainEvent(extraction, event)),
  }
}

function explainTriggers(
  { stages, text, speakers }: Looking,
  tree: Tree,
  sentence: number,
  trials: readonly FrameTrial[],
): readonly ExplainedTrigger[] {
  const { context } = stages
  return tree.tokens.flatMap((word, token): ExplainedTrigger[] => {
    const own = trials.filter(({ trigger }) => trigger === token)
    if (own.length === 0 && framesUnder(context, tree, token).length === 0) return []
    const time = timeOf(tree, token, stages.timesOf(sentence))
    const status: { readonly word: string; readonly modality: ExplainedTrigger['modality'] }[] = []
    const plain = statusOf(tree, token, context.lexicon, (at, modality) =>
      status.push({ word: tokenAt(tree, at).form, modality }),
    )
    const modality = statusAt(tree, token, context.lexicon, time, context.published)
    const source = speakers.of(sentence, token)
    const light = own[0]?.light
    return [
      {
        id: token + 1,
        word: word.form,
        pos: word.upos === 'NOUN' || word.upos === 'PROPN' ? 'noun' : 'verb',
        carrier: light === undefined ? null : tokenAt(tree, light).form,
        modality,
        status,
        byCalendar: modality !== plain,
        speaker: source === undefined ? null : words(text, source),
        time: time === undefined || time.from < 0 ? null : timeIn(text, tree, time),
        frames: explainFrames(context, tree, token, sentence, own),
      },
    ]
  })
}

const timeIn = (text: string, tree: Tree, time: Time): ExplainedTime => ({
  text: time.from < 0 ? '' : words(text, spanOf(tree, time.from, time.to)),
  date: time.date,
  endDate: time.endDate,
})

function mentionsIn({ text, extraction }: Looking, sentence: Span): readonly ExplainedMention[] {
  const mention = (
    { span, form }: Mention,
    entity: ExplainedMention['entity'],
    type: ExplainedMention['type'],
  ): ExplainedMention => ({ start: span.start, end: span.end, text: words(text, span), form, entity, type })
  return [
    ...extraction.entities.flatMap(({ name, type, mentions }) => mentions.map((one) => mention(one, name, type))),
    ...extraction.unresolved.map((one) => mention(one, null, null)),
  ]
    .filter((one) => overlaps(one, sentence))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function rolesIn({ stages, text }: Looking, tree: Tree, sentence: number): readonly ExplainedRole[] {
  const { discourse } = stages.context
  return stages.roleStatements
    .filter(({ phrase }) => phrase.sentence === sentence)
    .map(({ bearer, phrase, rule }) => {
      const span = spanOf(tree, phrase.from, phrase.to)
      const ties = stages.ties.filter(
        (tie) =>
          tie.sentence === sentence &&
          (tie.source === bearer.entity || tie.target === bearer.entity) &&
          overlaps(tie.spans.trigger, span),
      )
      return {
        bearer: discourse.entity(bearer.entity).name,
        words: words(text, span),
        role: phrase.role.name,
        rule,
        former: phrase.former,
        modality: phrase.modality,
        ties: ties.map(
          (tie) => `${discourse.entity(tie.source).name} ${tie.relation} ${discourse.entity(tie.target).name}`,
        ),
      }
    })
}

const speakerIn = (extraction: Extraction, speaker: Speaker | null): string | null =>
  speaker === null ? null : 'words' in speaker ? speaker.words : nameIn(extraction, speaker.entity)

const nameIn = ({ entities }: Extraction, id: LocalId): string =>
  entities.find((entity) => entity.id === id)?.name ?? id

function explainRelation(extraction: Extraction, fact: Relation): ExplainedRelation {
  const { relation, former, modality, date, rule, confidence } = fact
  const event = extraction.events.find(({ id }) => id === fact.event)
  return {
    relation,
    source: nameIn(extraction, fact.source),
    target: nameIn(extraction, fact.target),
    former,
    modality,
    attributedTo: speakerIn(extraction, fact.attributedTo),
    date,
    rule,
    confidence,
    event: event?.label ?? null,
  }
}

function explainEvent(extraction: Extraction, fact: EventFact): ExplainedEvent {
  const { type, label, modality, date, rule, confidence, participants, places } = fact
  return {
    type,
    label,
    modality,
    date,
    attributedTo: speakerIn(extraction, fact.attributedTo),
    rule,
    confidence,
    participants: participants.map(({ entity, role }) => ({ name: nameIn(extraction, entity), role })),
    places: places.map(({ entity }) => nameIn(extraction, entity)),
  }
}

/** What the list under the search shows: names, texts, recent ones and commands. */
import type { DocumentHit } from '../../api/schemas.ts'
import type { Answered } from '../api-client.ts'
import type { Command } from '../state/commands.ts'
import type { Recent } from '../state/recent.ts'
import type { NameFound } from '../view/names-here.ts'
import type { Selection } from '../view/route.ts'
import { counted, date, MODALITY_LABELS, typeLabel } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { TypeIcon } from './type-icon.tsx'

export type Hit =
  | { readonly kind: 'node'; readonly hit: NameFound }
  | { readonly kind: 'answer'; readonly answer: Answered; readonly to: Selection | null }
  | { readonly kind: 'result'; readonly result: Answered['results'][number]; readonly to: Selection | null }
  | { readonly kind: 'document'; readonly hit: DocumentHit }
  | { readonly kind: 'recent'; readonly recent: Recent }
  | { readonly kind: 'command'; readonly command: Command }

export function Result({ item }: { readonly item: Hit }) {
  switch (item.kind) {
    case 'node':
      return <NodeResult hit={item.hit} />
    case 'answer':
      return <AnswerResult words={item.answer.answer} note="Answer from the texts" />
    case 'result':
      return <AnswerResult words={item.result.value} {...noteOf(item.result)} />
    case 'document':
      return <DocumentResult hit={item.hit} />
    case 'recent':
      return <RecentResult recent={item.recent} />
    case 'command':
      return <CommandResult command={item.command} />
  }
}

/** What tells one item of the list from every other. */
export function idOf(item: Hit): string {
  switch (item.kind) {
    case 'node':
      return item.hit.key
    case 'answer':
      return `answer ${item.answer.answer}`
    case 'result':
      return `result ${item.result.value} ${item.result.facts[0]?.says}`
    case 'document':
      return item.hit.id
    case 'recent':
      return `recent ${item.recent.key}`
    case 'command':
      return `command ${item.command.label}`
  }
}

export function NodeResult({ hit }: { readonly hit: NameFound }) {
  const modality = hit.modality ?? 'asserted'
  const notes = [hit.role ?? typeLabel(hit.type), hit.date && date(hit.date), degreeOf(hit)]
  return (
    <>
      <TypeIcon type={hit.type} />
      <span class="hit-text">
        <span class="hit-name">
          <bdi>{hit.label}</bdi>
          {modality !== 'asserted' && <span class={`badge badge-${modality}`}>{MODALITY_LABELS[modality]}</span>}
        </span>
        <span class="hit-note">
          {hit.matched !== hit.label && <>“{hit.matched}” · </>}
          {notes.filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  )
}

const degreeOf = ({ degree }: NameFound): string | null => (degree === null ? null : counted(degree, 'relation'))

function DocumentResult({ hit }: { readonly hit: DocumentHit }) {
  return (
    <>
      <span class="sign sign-document" aria-hidden="true">
        <Glyph name="document" />
      </span>
      <span class="hit-text">
        <span class="hit-name">
          <bdi>{hit.title}</bdi>
        </span>
        <span class="hit-note hit-snippet">
          {hit.snippet.map((part, i) => (part.hit ? <mark key={i}>{part.text}</mark> : part.text))}
        </span>
      </span>
    </>
  )
}

const noteOf = ({ facts: [fact] }: Answered['results'][number]): { note?: string } =>
  fact === undefined
    ? {}
    : { note: fact.status === 'asserted' ? fact.says : `${MODALITY_LABELS[fact.status]}: ${fact.says}` }

function AnswerResult({ words, note }: { readonly words: string; readonly note?: string }) {
  return (
    <>
      <span class="sign sign-document" aria-hidden="true">
        <Glyph name="quote" />
      </span>
      <span class="hit-text">
        <span class="hit-name">
          <bdi>{words}</bdi>
        </span>
        {note !== undefined && <span class="hit-note">{note}</span>}
      </span>
    </>
  )
}

function RecentResult({ recent }: { readonly recent: Recent }) {
  return (
    <>
      <span class="sign sign-document" aria-hidden="true">
        <Glyph name="clock" />
      </span>
      <span class="hit-text">
        <span class="hit-name">
          <bdi>{recent.label}</bdi>
        </span>
        <span class="hit-note">looked for before</span>
      </span>
    </>
  )
}

function CommandResult({ command }: { readonly command: Command }) {
  return (
    <>
      <span class="sign sign-document" aria-hidden="true">
        <Glyph name={command.glyph} />
      </span>
      <span class="hit-text">
        <span class="hit-name">{command.label}</span>
        {command.keys !== undefined && <span class="hit-note">{command.keys}</span>}
      </span>
    </>
  )
}

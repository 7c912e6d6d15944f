/** An article with everything found in it marked; each marked name leads back to the graph. */
import { useEffect, useRef } from 'preact/hooks'
import type { DocumentAnswer } from '../../api/schemas.ts'
import { filterBy } from '../state/actions.ts'
import { filters, graph, selection } from '../state/store.ts'
import { type Found, foundBetween, triggersIn } from '../view/found-in-text.ts'
import { toggled } from '../view/sets.ts'
import { counted, dateWithSource, typeLabel } from '../view/words.ts'
import { ViewLink } from './link.tsx'

export function DocumentPanel({ answer }: { readonly answer: DocumentAnswer }) {
  const { document, mentions, edges, notes } = answer
  const isOnly = filters.value.documents.has(document.id)
  return (
    <article class="card">
      <header class="card-head">
        <p class="card-type">Document</p>
        <h2 class="card-title">
          <bdi>{document.title}</bdi>
        </h2>
        <p class="card-facts">
          {[
            document.source,
            document.author,
            document.date && dateWithSource(document.date, document.dateFrom),
            counted(mentions.length, 'mention'),
            counted(edges.length, 'relation'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {document.url !== null && <p class="card-facts document-url">{document.url}</p>}
        {document.copyOf !== undefined && (
          <p class="card-facts">
            <span>
              A copy of <ViewLink to={{ kind: 'document', key: document.copyOf }}>another report</ViewLink>: both count
              as one.
            </span>
          </p>
        )}
        {notes.map((note) => (
          <p class="note" key={note}>
            {note}
          </p>
        ))}
        <button
          type="button"
          class="link"
          aria-pressed={isOnly}
          onClick={() => filterBy({ documents: toggled(filters.value.documents, document.id) })}
        >
          {isOnly ? 'Show all documents again' : 'Show only what this document says'}
        </button>
      </header>
      <Text answer={answer} />
    </article>
  )
}

function Text({ answer }: { readonly answer: DocumentAnswer }) {
  const { document, mentions } = answer
  const chosen = selection.value
  const at = chosen?.kind === 'document' ? chosen.at : undefined
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => {
    text.current?.closest('.panel-scroll')?.scrollTo(0, 0)
    if (at !== undefined) text.current?.querySelector('[data-sought]')?.scrollIntoView({ block: 'center' })
  }, [document.id, at])

  const triggers = graph.value === null ? [] : triggersIn(graph.value, document.id)
  return (
    <div class="text" ref={text}>
      {paragraphs(document.text, document.body[0], document.body[1]).map(({ start, end }) => {
        const isSought = at !== undefined && at >= start && at < end
        const found = foundBetween(start, end, mentions, triggers)
        return (
          <p key={start} {...(isSought && { 'data-sought': '' })}>
            <bdi>
              {found.map((item, i) => [
                document.text.slice(i === 0 ? start : found[i - 1]!.end, item.start),
                <FoundLink key={item.start} item={item} words={document.text.slice(item.start, item.end)} />,
              ])}
              {document.text.slice(found.at(-1)?.end ?? start, end)}
            </bdi>
          </p>
        )
      })}
    </div>
  )
}

function FoundLink({ item, words }: { readonly item: Found; readonly words: string }) {
  return item.kind === 'mention' ? (
    <MentionLink node={item.node} words={words} />
  ) : (
    <ViewLink
      to={{ kind: 'edge', key: item.edges[0]! }}
      class={`trigger trigger-${item.modality}`}
      label={`${words} (${item.reading})`}
    >
      {words}
    </ViewLink>
  )
}

function MentionLink({ node, words }: { readonly node: string; readonly words: string }) {
  const facts = graph.value
  const known = facts?.hasNode(node) ? facts.getNodeAttributes(node) : undefined
  return (
    <ViewLink
      to={{ kind: 'node', key: node }}
      class={`mention mention-${known?.kind ?? 'actor'}`}
      {...(known !== undefined && { label: `${words} (${known.label}, ${typeLabel(known.type)})` })}
    >
      {words}
    </ViewLink>
  )
}

/** Lines of the read part that are not blank, with their offsets into the text. */
function paragraphs(text: string, from: number, to: number): { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = []
  for (const match of text.slice(from, to).matchAll(/[^\r\n]*\S[^\r\n]*/g))
    lines.push({ start: from + match.index, end: from + match.index + match[0].length })
  return lines
}

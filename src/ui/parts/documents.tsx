/** The texts of the library: open one, or see only what it says. */
import { useMemo, useRef } from 'preact/hooks'
import type { GraphDocument } from '../../model/graph.ts'
import { isAnalysed, languageName } from '../../model/language.ts'
import { filterBy } from '../state/actions.ts'
import { counts, filters, graph, selection } from '../state/store.ts'
import { toggled } from '../view/sets.ts'
import { counted, date, number } from '../view/words.ts'
import { ViewLink } from './link.tsx'
import { type SeenRows, useRows } from './use-rows.ts'

export function Documents() {
  const documents = graph.value?.getAttribute('documents') ?? []
  if (documents.length === 0) return null
  return <DocumentList documents={documents} />
}

/** Of a row whose title takes two lines. */
const USUAL_HEIGHT = 60

function DocumentList({ documents }: { readonly documents: readonly GraphDocument[] }) {
  const ordered = useMemo(() => newestFirst(documents), [documents])
  const box = useRef<HTMLElement>(null)
  const { indices, before, after, measure } = useRows(box, {
    count: ordered.length,
    keyOf: (index) => ordered[index]!.id,
    height: USUAL_HEIGHT,
  })
  return (
    <section class="documents rail-scroll" aria-label="Documents" ref={box}>
      <h2 class="unseen">{counted(documents.length, 'document')}</h2>
      <ul>
        <Room height={before} />
        {indices.map((index) => (
          <DocumentRow
            key={ordered[index]!.id}
            document={ordered[index]!}
            index={index}
            measure={measure}
            of={ordered.length}
          />
        ))}
        <Room height={after} />
      </ul>
    </section>
  )
}

const Room = ({ height }: { readonly height: number }) =>
  height > 0 ? <li aria-hidden="true" style={{ height: `${height}px` }} /> : null

interface DocumentRowProps {
  readonly document: GraphDocument
  readonly index: number
  readonly of: number
  readonly measure: SeenRows['measure']
}

function DocumentRow({ document, index, of, measure }: DocumentRowProps) {
  const only = filters.value.documents
  const relations = counts.value?.documents.get(document.id) ?? 0
  const isOpen = selection.value?.kind === 'document' && selection.value.key === document.id
  return (
    <li
      ref={measure}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={of}
      class={isOpen ? 'document-row open' : 'document-row'}
    >
      <ViewLink to={{ kind: 'document', key: document.id }} class="document-link">
        <bdi>{document.title}</bdi>
      </ViewLink>
      <span class="document-note">
        {[document.date && date(document.date), document.source, ...remarks(document)].filter(Boolean).join(' · ')}
      </span>
      <span class="facet-count" title={counted(relations, 'relation')}>
        {number(relations)}
      </span>
      <button
        type="button"
        class="facet-only"
        aria-pressed={only.has(document.id)}
        aria-label={`Only what “${document.title}” says`}
        onClick={() => filterBy({ documents: toggled(only, document.id) })}
      >
        only
      </button>
    </li>
  )
}

const remarks = ({ language, copyOf }: GraphDocument): string[] => [
  ...(language === undefined || isAnalysed(language) ? [] : [`${languageName(language)}, not analysed`]),
  ...(copyOf === undefined ? [] : ['copy']),
]

/** Undated ones last. */
const newestFirst = (documents: readonly GraphDocument[]): readonly GraphDocument[] =>
  documents.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title))

/** The texts of the library: open one, or see only what it says. */
import type { GraphDocument } from '../../model/graph.ts'
import { isAnalysed, languageName } from '../../model/language.ts'
import { filterBy } from '../state/actions.ts'
import { counts, filters, graph, selection } from '../state/store.ts'
import { toggled } from '../view/sets.ts'
import { counted, date, number } from '../view/words.ts'
import { ViewLink } from './link.tsx'

export function Documents() {
  const documents = graph.value?.getAttribute('documents') ?? []
  if (documents.length === 0) return null
  return (
    <section class="documents" aria-label="Documents">
      <h2 class="unseen">{counted(documents.length, 'document')}</h2>
      <ul>
        {newestFirst(documents).map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
    </section>
  )
}

function DocumentRow({ document }: { readonly document: GraphDocument }) {
  const only = filters.value.documents
  const relations = counts.value?.documents.get(document.id) ?? 0
  const isOpen = selection.value?.kind === 'document' && selection.value.key === document.id
  return (
    <li class={isOpen ? 'document-row open' : 'document-row'}>
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

/** The sentence that says so, with both names and the words of the relation marked, and who said it where and when. */
import type { Mark, Passage } from '../../api/schemas.ts'
import { piecesOf } from '../view/marks.ts'
import { counted, date } from '../view/words.ts'
import { ViewLink } from './link.tsx'

export const Evidence = ({ passages }: { readonly passages: readonly Passage[] }) => (
  <div class="evidence">
    {passages.map((passage) => (
      <Quote key={`${passage.document.id} ${passage.start} ${passage.end}`} passage={passage} />
    ))}
  </div>
)

/** Where marks overlap, the one that says more wins the looks; all are announced. */
const STRENGTH: readonly Mark['kind'][] = ['source', 'target', 'trigger', 'mention']

function Quote({ passage }: { readonly passage: Passage }) {
  const { document, sentence, marks, start } = passage
  return (
    <figure class="quote">
      <blockquote>
        <bdi>
          {piecesOf(sentence.text, sentence.start, marks).map((piece) => {
            const kind = STRENGTH.find((candidate) => piece.kinds.includes(candidate))
            return kind === undefined ? (
              piece.text
            ) : (
              <mark key={piece.start} class={`mark mark-${kind}`} data-mark={kind}>
                {piece.text}
              </mark>
            )
          })}
        </bdi>
      </blockquote>
      <figcaption>
        <ViewLink
          to={{ kind: 'document', key: document.id, at: start }}
          label={`Open “${document.title}” at this sentence`}
        >
          <bdi>{document.title}</bdi>
        </ViewLink>
        {document.source !== null && <span> · {document.source}</span>}
        {document.date !== null && <span> · {date(document.date)}</span>}
      </figcaption>
    </figure>
  )
}

/** A list that may be long shows how long it is. */
export const statements = (weight: number): string => counted(weight, 'statement')

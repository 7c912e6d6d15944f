/** What one needs to judge a fact: who says so, its status, the rule that read it and how often that is right. */
import type { EdgeView } from '../../api/schemas.ts'
import { MODALITY_LABELS } from '../view/words.ts'
import { Speaker } from './fact-notes.tsx'

type Judged = Pick<EdgeView, 'attributedTo' | 'modality' | 'rule' | 'confidence' | 'confirmed'>

export const percent = (share: number): string => `${Math.round(share * 100)} %`

export const FactLine = ({ edge }: { readonly edge: Judged }) => (
  <span class="fact-line">
    <Speaker edge={edge} />
    <span>{MODALITY_LABELS[edge.modality]}</span>
    <span title="Share of this rule's findings that are right, as measured">
      right in {percent(edge.confidence)} of cases
    </span>
    <span>
      rule <code>{edge.rule}</code>
    </span>
    {edge.confirmed && <span>found right by a person</span>}
  </span>
)

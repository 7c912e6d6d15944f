/** Passages and days without what the stages know of them besides: facts are written to files. */
import type { CivilDate } from '../model/date.ts'
import type { Evidence } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import type { Time } from './settings.ts'
import type { Tree } from './tree.ts'

export const plain = ({ start, end }: Span): Span => ({ start, end })
export const sentenceSpan = (tree: Tree): Span => plain(tree.sentence)
export const plainEvidence = ({ span, sentence, source, target, trigger }: Evidence): Evidence => ({
  span: plain(span),
  sentence: plain(sentence),
  ...(source === undefined ? {} : { source: plain(source) }),
  ...(target === undefined ? {} : { target: plain(target) }),
  ...(trigger === undefined ? {} : { trigger: plain(trigger) }),
})

export const dates = (time: Time | undefined): { date: CivilDate | null; endDate: CivilDate | null } => ({
  date: time?.date ?? null,
  endDate: time?.endDate ?? null,
})

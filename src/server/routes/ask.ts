/** Plain questions. */

import { QUERY_LIMITS } from '../../api/cypher.ts'
import type { Answer } from '../../ask/answer.ts'
import type { Asked } from '../../ask/ask.ts'
import { Asker, type Language } from '../../ask/asker.ts'
import { once } from '../../graph/once.ts'
import type { CivilDate } from '../../model/date.ts'
import { MODALITIES } from '../../model/facts.ts'
import type { Binder } from '../bind.ts'
import { Refusal } from '../problems.ts'
import type { Questions } from '../questions.ts'
import type { Texts } from '../texts.ts'
import { inTurns } from '../turns.ts'
import { BURST_LIMITS, sourcesOf } from './cypher.ts'

/** Plain questions. */
export interface Answering {
  readonly ask: Ask
}

export type Ask = (
  question: string,
  options: { readonly asOf?: CivilDate; readonly isWanted?: () => boolean },
) => Promise<Answer>

export interface AnsweringFrom {
  readonly questions: Questions
  readonly texts: Texts
  /** Loaded at the first question. */
  readonly language: (() => Language) | undefined
}

export function asking({ questions, texts, language }: AnsweringFrom): Answering {
  const asker = once(() => {
    if (language === undefined)
      throw new Refusal(501, 'Not here', 'This server was started without the models that read questions.')
    return new Asker(language())
  })
  const limits = { ...BURST_LIMITS, milliseconds: QUERY_LIMITS.milliseconds.usual, bytes: QUERY_LIMITS.bytes }
  const asked = async (): Promise<Asked> => {
    const graph = await questions.forCypher({ modalities: MODALITIES, former: true })
    const { documents } = (await questions.linked()).links
    return { graph, documents, sources: sourcesOf(documents, texts), clock: Date.now, limits }
  }
  return {
    ask: async (question, { asOf, isWanted }) => inTurns(asker().ask(question, await asked(), asOf), isWanted),
  }
}

export function bindAsk(bind: Binder, ask: Ask): void {
  bind('ask', ({ query: { q, asOf }, response }) =>
    ask(q, { ...(asOf !== undefined && { asOf }), isWanted: () => !response.destroyed }),
  )
}

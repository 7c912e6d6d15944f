/** Plain questions. */

import { QUERY_LIMITS } from '../../api/cypher.ts'
import type { Answer } from '../../ask/answer.ts'
import type { Asked } from '../../ask/ask.ts'
import { Asker, type EventsWanted, type Language } from '../../ask/asker.ts'
import { once } from '../../graph/once.ts'
import type { CivilDate } from '../../model/date.ts'
import { MODALITIES } from '../../model/facts.ts'
import type { Binder } from '../bind.ts'
import type { Snapshot } from '../graph-cache.ts'
import { Refusal } from '../problems.ts'
import type { QueryGraphs } from '../query-graphs.ts'
import type { Texts } from '../texts.ts'
import { inTurns } from '../turns.ts'
import { BURST_LIMITS, sourcesOf } from './cypher.ts'

export interface Questions {
  readonly graphs: QueryGraphs
  readonly texts: Texts
  /** Loaded at the first question. */
  readonly language: (() => Language) | undefined
}

/** Plain questions, and events by what they are. */
export interface Answering {
  readonly ask: Ask
  readonly events: (wanted: EventsWanted, snapshot: Snapshot) => Promise<Answer>
}

export type Ask = (
  question: string,
  snapshot: Snapshot,
  options: { readonly asOf?: CivilDate; readonly isWanted?: () => boolean },
) => Promise<Answer>

export function asking({ graphs, texts, language }: Questions): Answering {
  const asker = once(() => {
    if (language === undefined)
      throw new Refusal(501, 'Not here', 'This server was started without the models that read questions.')
    return new Asker(language())
  })
  const limits = { ...BURST_LIMITS, milliseconds: QUERY_LIMITS.milliseconds.usual, bytes: QUERY_LIMITS.bytes }
  const askedOf = async (snapshot: Snapshot): Promise<Asked> => {
    const documents = snapshot.graph.getAttribute('documents')
    const sources = sourcesOf(snapshot.graph, texts)
    const graph = await graphs.get(snapshot, { modalities: MODALITIES, former: true })
    return { graph, documents, sources, clock: Date.now, limits }
  }
  return {
    ask: async (question, snapshot, { asOf, isWanted }) =>
      inTurns(asker().ask(question, await askedOf(snapshot), asOf), isWanted),
    events: async (wanted, snapshot) => inTurns(asker().events(wanted, await askedOf(snapshot))),
  }
}

export function bindAsk(bind: Binder, ask: Ask): void {
  bind('ask', ({ query: { q, asOf }, snapshot, response }) =>
    ask(q, snapshot, { ...(asOf !== undefined && { asOf }), isWanted: () => !response.destroyed }),
  )
}

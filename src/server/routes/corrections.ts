/** What people decide: the log, corrections, undo and redo. */
import type { CorrectedAnswer, Correction } from '../../api/corrections.ts'
import { asWish, parseLog, writeLog } from '../../api/corrections.ts'
import { toAct } from '../../graph/corrections/anchor.ts'
import { checkLog, controlFor } from '../../graph/corrections/log.ts'
import { sentenceOf } from '../../graph/corrections/sentence.ts'
import type { Act, Entry } from '../../model/corrections.ts'
import { isControl } from '../../model/corrections.ts'
import type { NodeKey } from '../../model/ids.ts'
import type { Library } from '../../store/library.ts'
import type { Binder } from '../bind.ts'
import type { Snapshot } from '../graph-cache.ts'
import type { Graphs } from '../graphs.ts'
import { pageOf } from '../paging.ts'

/** Enough to see who is meant. */
const FEW_PASSAGES = 3

/** @param author who decides where a request names nobody */
export function bindCorrections(bind: Binder, library: Library, cache: Graphs, author: string): void {
  bind('corrections', ({ query, snapshot }) => {
    const { undoable, redoable } = snapshot.log
    const { items, next } = pageOf(snapshot.entries.toReversed(), ({ id }) => id, query)
    return {
      entries: items.map((entry) => describe(entry, snapshot)),
      total: snapshot.entries.length,
      ...(undoable !== undefined && { undoable }),
      ...(redoable !== undefined && { redoable }),
      ...(next !== undefined && { next }),
    }
  })

  bind('suggestions', ({ query, snapshot, views }) => {
    const all = snapshot.suggestions()
    const { items, next } = pageOf(all, ({ node, other }) => `${node} ${other}`, query)
    const passages = (key: NodeKey) => views.passages(snapshot.graph.getNodeAttribute(key, 'evidence'), FEW_PASSAGES)
    return {
      suggestions: items.map(({ node, other, score, reasons }) => ({
        node: views.node(node),
        other: views.node(other),
        score,
        reasons,
        evidence: { node: passages(node), other: passages(other) },
      })),
      total: all.length,
      ...(next !== undefined && { next }),
    }
  })

  bind('identity', async ({ parameters, snapshot, named, views }) => {
    const id = await named.at(parameters.id)
    const { parts, joins } = snapshot.identityOf(id) ?? { parts: [], joins: [] }
    return { node: views.node(id), parts, joins }
  })

  bind('correct', ({ body: { by = author, why = null, what }, snapshot, response }) => {
    const entry = library.append({ by, why, what: toAct(asWish(what), snapshot) })
    response.status(201)
    return answer(entry, cache.current())
  })

  bind('undo', ({ body: { by = author, why = null, entry }, snapshot }) =>
    answer(library.append({ by, why, what: controlFor('undo', snapshot.entries, entry) }), cache.current()),
  )

  bind('redo', ({ body: { by = author, why = null, entry }, snapshot }) =>
    answer(library.append({ by, why, what: controlFor('redo', snapshot.entries, entry) }), cache.current()),
  )

  bind('exportLog', ({ snapshot, response }): undefined => {
    response.attachment('corrections.jsonl').type('application/jsonl; charset=utf-8').send(writeLog(snapshot.entries))
  })

  bind('importLog', ({ body: { lines }, snapshot }) => {
    const entries = parseLog(lines)
    checkLog(snapshot.entries, entries)
    const added = library.appendAll(entries)
    return { added, known: entries.length - added }
  })
}

export function describe(entry: Entry, { graph, findNode, log, met }: Snapshot): Correction {
  const { what, id } = entry
  const state = log.states.get(id)
  const label = (key: Parameters<typeof findNode>[0]): string | undefined => {
    const found = findNode(key)
    return found && graph.getNodeAttribute(found, 'label')
  }
  return {
    ...entry,
    ...(state !== undefined && { state }),
    ...(state === 'holds' && { fits: met.has(id) }),
    sentence: sentenceOf(what, label),
  }
}

function answer(entry: Entry, snapshot: Snapshot): CorrectedAnswer {
  const { what } = entry
  const meant = isControl(what) && 'entry' in what ? snapshot.entries.find(({ id }) => id === what.entry) : entry
  const correction = meant ?? entry
  const node = isControl(correction.what) ? undefined : nodeOf(correction.what, snapshot)
  return { correction: describe(correction, snapshot), ...(node !== undefined && { node }) }
}

const nodeOf = (act: Act, { nodeOf, findNode }: Snapshot) => {
  const key = 'node' in act ? nodeOf(act.node) : undefined
  return key && findNode(key)
}

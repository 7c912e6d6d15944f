/** Where documents came from: a text is kept once, whatever number of origins it came from. */
import type { SourceDocument } from '../model/document.ts'
import type { DocumentId } from '../model/ids.ts'
import type { Statements } from './statements.ts'

export const documentOf = (statements: Statements, origin: string): number | undefined =>
  statements.get<[string]>('SELECT doc FROM origins WHERE origin = ?').pluck().get(origin) as number | undefined

export const originsOf = (statements: Statements, doc: number): string[] =>
  statements.get<[number]>('SELECT origin FROM origins WHERE doc = ? ORDER BY origin').pluck().all(doc) as string[]

/**
 * Takes the origin of a document from the other text that it brought before.
 * @returns that text, where nothing else brings it any more
 */
export function giveUpOrigin(
  statements: Statements,
  { id, origin }: SourceDocument,
): { readonly doc: number; readonly id: DocumentId } | undefined {
  const doc = documentOf(statements, origin)
  if (doc === undefined) return undefined
  const old = statements.get<[number]>('SELECT id FROM documents WHERE doc = ?').pluck().get(doc) as DocumentId
  if (old === id) return undefined
  statements.get('DELETE FROM origins WHERE origin = ?').run(origin)
  const [next] = originsOf(statements, doc)
  if (next === undefined) return { doc, id: old }
  statements.get('UPDATE documents SET origin = ? WHERE doc = ? AND origin = ?').run(next, doc, origin)
  return undefined
}

/** Names and aliases that no other document uses. */
export function ownNames(statements: Statements, doc: number): string[] {
  const namesOf = (sql: string): Set<string> =>
    new Set((statements.get<[number]>(sql).pluck().all(doc) as string[]).flatMap((names) => names.split('\n')))
  const others = namesOf('SELECT names FROM documents WHERE doc <> ?')
  return [...namesOf('SELECT names FROM documents WHERE doc = ?')].filter((name) => !others.has(name))
}

/** Which node is meant by what stands in a request: its key, or its name. */
import { foldedWords } from '../graph/queries/folded-words.ts'
import type { NameIndex } from '../graph/queries/name-index.ts'
import { InvalidInputError, NotFoundError } from '../model/errors.ts'
import type { GraphDocument } from '../model/graph.ts'
import { asNodeKey, type DocumentId, type NodeKey } from '../model/ids.ts'
import type { Snapshot } from './graph-cache.ts'

/** Hits among which a whole name is looked for. */
const MOST_HITS = 100
const NEAR = 3

/** Finds nodes for the parameters of one request. */
export class Named {
  readonly #snapshot: Snapshot
  readonly #names: () => Promise<NameIndex>
  constructor(snapshot: Snapshot, names: () => Promise<NameIndex>) {
    this.#snapshot = snapshot
    this.#names = names
  }

  /**
   * The node of this key, or the one that it was merged into; else the one that has this name or alias, whatever the case and the
   * diacritics, things before the events that are called after them; else the person with this surname.
   * @throws NotFoundError, or InvalidInputError where several have the name; both name the parameter
   */
  async at(text: NodeKey, parameter = 'id'): Promise<NodeKey> {
    const { findNode, graph } = this.#snapshot
    const present = findNode(text)
    if (present !== undefined) return present
    const hits = (await this.#names())(text, {}, MOST_HITS).filter(({ key }) => graph.hasNode(key))
    const wanted = foldedWords(text).join(' ')
    const isName = (name: string): boolean => foldedWords(name).join(' ') === wanted
    const named = hits.filter(({ matched }) => isName(matched))
    const isPerson = (key: string): boolean => graph.getNodeAttribute(key, 'type') === 'person'
    const endsSo = (name: string): boolean => wanted !== '' && foldedWords(name).join(' ').endsWith(` ${wanted}`)
    const meant = named.length > 0 ? named : hits.filter(({ key, matched }) => isPerson(key) && endsSo(matched))
    const isEvent = (key: string): boolean => graph.getNodeAttribute(key, 'kind') === 'event'
    const isOwn = (key: string): boolean => isName(graph.getNodeAttribute(key, 'label'))
    const keys = meant.map(({ key }) => key)
    const things = first(
      first(keys, (key) => !isEvent(key)),
      isOwn,
    )
    const [found, ...others] = things
    if (found !== undefined && others.length === 0) return asNodeKey(found)
    if (found !== undefined)
      throw new InvalidInputError(parameter, `"${text}" may be any of: ${things.join(', ')}. Give the key of one.`)
    const near = hits.slice(0, NEAR).map(({ key }) => `${graph.getNodeAttribute(key, 'label')} (${key})`)
    throw new NotFoundError(
      `There is no node "${text}".${near.length === 0 ? '' : ` Near to it: ${near.join(', ')}.`}`,
      parameter,
    )
  }

  /** Whose word is meant: the words as they stand, which a text may use, and the keys of all who have that name. */
  async speakers(texts: readonly string[]): Promise<readonly string[]> {
    const keys: string[] = []
    for (const text of texts) {
      const wanted = foldedWords(text).join(' ')
      for (const { key, matched } of (await this.#names())(text, {}, MOST_HITS))
        if (foldedWords(matched).join(' ') === wanted) keys.push(key)
    }
    return [...texts, ...keys]
  }

  /** @throws NotFoundError for the id of a document that is not there: nothing found would look like nothing said */
  documents(ids: readonly DocumentId[]): void {
    const { graph } = this.#snapshot
    const known = idsOf(graph.getAttribute('documents'))
    for (const id of ids)
      if (!known.has(id))
        throw new NotFoundError(
          `There is no document "${id}". The list of documents tells which there are.`,
          'document',
        )
  }

  /** Each once. @throws as `at` */
  async all(texts: readonly NodeKey[] | undefined, parameter: string): Promise<readonly NodeKey[] | undefined> {
    if (texts === undefined) return undefined
    const keys: NodeKey[] = []
    for (const text of texts) keys.push(await this.at(text, parameter))
    return [...new Set(keys)]
  }
}

const sets = new WeakMap<readonly GraphDocument[], ReadonlySet<string>>()

/** Gathered once for each list. */
function idsOf(documents: readonly GraphDocument[]): ReadonlySet<string> {
  const ids = sets.get(documents) ?? new Set(documents.map(({ id }) => id))
  sets.set(documents, ids)
  return ids
}

/** Those that pass; all where none does. */
function first<T>(items: readonly T[], passes: (item: T) => boolean): readonly T[] {
  const passing = items.filter(passes)
  return passing.length === 0 ? items : passing
}

import { InvalidInputError } from '../model/errors.ts'

export interface Page<T> {
  readonly items: readonly T[]
  /** Cursor of the next page. */
  readonly next?: string
}

/**
 * A page of a sorted list. The cursor holds the key of the last item that was seen, so that a page stays right when
 * something is added before it.
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Page<T> {
  const last = cursor === undefined ? undefined : decode(cursor)
  const start = last === undefined ? 0 : all.findIndex((item) => keyOf(item) === last) + 1
  if (cursor !== undefined && start === 0)
    throw new InvalidInputError(
      'cursor',
      `The parameter "cursor" is "${cursor}", which fits nothing in this list any more; it must be the "next" of an answer to the same question. Start again without it.`,
    )
  const items = all.slice(start, start + limit)
  const end = items.at(-1)
  return end !== undefined && start + limit < all.length ? { items, next: encode(keyOf(end)) } : { items }
}

const encode = (key: string): string => Buffer.from(key, 'utf8').toString('base64url')
const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8')

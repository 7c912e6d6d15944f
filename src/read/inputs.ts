/** What the user names → sources: files, addresses, standard input. */
import { UnreadableDocumentError } from '../model/errors.ts'
import { fileSource, type Source, streamSource } from './source.ts'

export interface Input {
  /** As the user named it, or where it lies in the folder that he named. */
  readonly name: string
  /** @throws UnreadableDocumentError */
  readonly open: () => Promise<Source>
}

export const STANDARD_INPUT = '-'
export const isAddress = (name: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(name)

/** @param get gets a page of the network */
export function inputOf(
  name: string,
  get: (url: string) => Promise<Source>,
  stdin: NodeJS.ReadableStream = process.stdin,
): Input {
  if (name === STANDARD_INPUT) return { name: 'standard input', open: () => standardInput(stdin) }
  if (isAddress(name)) return { name, open: () => get(name) }
  return { name, open: () => fileSource(name) }
}

async function standardInput(stdin: NodeJS.ReadableStream): Promise<Source> {
  const origin = 'standard input'
  if ((stdin as NodeJS.ReadStream).isTTY)
    throw new UnreadableDocumentError(
      origin,
      'Nothing comes in on standard input. Send a text through a pipe: cat article.txt | dragoman extract -',
    )
  return streamSource(stdin as AsyncIterable<Buffer>, { origin, name: origin })
}

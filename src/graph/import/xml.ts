/** XML as a stream of elements, by saxes. Entities other than those of XML itself are never expanded, and a DTD is refused. */
import { SaxesParser } from 'saxes'
import { BrokenFileError } from './foreign.ts'

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlHandler {
  /** Names are without their prefix. */
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
  readonly instruction?: (target: string, body: string) => void
}

/** @throws BrokenFileError that names line and column */
export function readXml(chunks: Iterable<string>, { open, close, text, instruction }: XmlHandler): void {
  const parser = new SaxesParser({ position: true, xmlns: false as const })
  const broken = (message: string): BrokenFileError =>
    new BrokenFileError(`line ${parser.line}, column ${parser.column}: ${message}`)
  parser.on('error', ({ message }) => {
    throw broken(message.replace(/^\d+:\d+: /, ''))
  })
  parser.on('doctype', () => {
    throw broken('it has a document type declaration, which is refused because it may pull in other files')
  })
  parser.on('opentag', ({ name, attributes }) => open(local(name), attributes))
  parser.on('closetag', ({ name }) => close(local(name)))
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (instruction !== undefined) parser.on('processinginstruction', ({ target, body }) => instruction(target, body))
  for (const chunk of chunks) parser.write(chunk)
  parser.close()
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** @throws BrokenFileError */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BrokenFileError(`${what} is no JSON: ${(cause as Error).message}`, { cause })
  }
}

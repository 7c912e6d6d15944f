/**
 * XML → a tree, by a strict parser (sax). A document type may name entities and files outside: it is never looked at, so
 * that nothing is expanded and nothing fetched; an entity that it declares is an error.
 */
import sax, { type QualifiedTag } from 'sax'
import { UnreadableDocumentError } from '../model/errors.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** Of its namespace; '' where it has none. */
  readonly space: string
  /** By their names as written, prefixes included. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const DEEPEST = 1000

/** @throws UnreadableDocumentError that names the line */
export function parseXml(text: string, origin: string): XmlElement {
  const parser = sax.parser(true, { xmlns: true, position: true })
  const root: XmlElement & { children: (XmlElement | string)[] } = { name: '', space: '', attributes: {}, children: [] }
  const open = [root]
  const add = (words: string): void => {
    const { children } = open.at(-1)!
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + words
    else children.push(words)
  }
  const fail = (what: string): never => {
    throw new UnreadableDocumentError(
      origin,
      `${origin}, line ${parser.line + 1}: this XML is damaged or cut off (${what}). Get the file anew.`,
    )
  }
  parser.onerror = (error) => {
    const [why = ''] = error.message.split('\n')
    if (why.startsWith('Invalid character entity'))
      throw new UnreadableDocumentError(
        origin,
        `${origin}, line ${parser.line + 1}: this XML uses an entity of its own, or one of a file outside. Such are never expanded. Write its text out in the file.`,
      )
    fail(why.trim())
  }
  parser.ontext = add
  parser.oncdata = add
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as QualifiedTag
    const element = {
      name: local,
      space: uri,
      attributes: Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
    }
    open.at(-1)!.children.push(element)
    if (open.length > DEEPEST) fail(`elements lie more than ${DEEPEST} deep`)
    open.push(element)
  }
  parser.onclosetag = () => {
    open.pop()
  }
  parser.write(text.replace(/^\uFEFF/, '')).close()
  const top = root.children.find((child) => typeof child !== 'string')
  return top ?? fail('it has no element')
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

export const elementsIn = ({ children }: XmlElement): readonly XmlElement[] => children.filter(isElement)

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element === undefined ? undefined : elementsIn(element).find((child) => child.name === name)

/** All elements of this name below, in order of the document. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === name) yield child
    yield* descendants(child, name)
  }
}

/** All its text, with nothing between the pieces. */
export const textOf = (node: XmlElement | string | undefined): string =>
  node === undefined ? '' : typeof node === 'string' ? node : node.children.map(textOf).join('')

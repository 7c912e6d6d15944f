/** XML 1.0 text. */

import { writable } from './plain-text.ts'

/** Most texts are plain: to see that is faster than to look for each kind of exception. */
const UNUSUAL = /[^ !#-%'-;=?-~]/
const UNUSUAL_IN_APOSTROPHES = /[^ -%(-;=?-~]/

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // As characters, a reader would turn these into spaces within an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
const escaped = (character: string): string => ESCAPES[character]!

/** `text` as it may stand in an element, or an attribute within quotation marks; what XML forbids is left out. */
export const escapeXml = (text: string): string =>
  UNUSUAL.test(text) ? writable(text).replace(/[&<>"\t\n\r]/g, escaped) : text

/** As it may stand in an attribute within apostrophes: JSON is shorter so. */
export const escapeXmlInApostrophes = (text: string): string =>
  UNUSUAL_IN_APOSTROPHES.test(text) ? writable(text).replace(/[&<>'\t\n\r]/g, escaped) : text

/** ` name="value"` for each attribute that has a value. */
export const xmlAttributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('')

/** JSON in a processing instruction, which must not contain `?>`, nor what XML forbids. */
export const instruction = (target: string, value: unknown): string =>
  `<?${target} ${writable(JSON.stringify(value)).replaceAll('?>', '?\\u003e')}?>\n`

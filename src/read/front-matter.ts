/** The YAML between `---` lines at the head of a text. */
import { parse } from 'yaml'
import { type CivilDate, parseCivilDate } from '../model/date.ts'

export interface FrontMatter {
  readonly title: string | null
  readonly date: CivilDate | null
  readonly source: string | null
  readonly url: string | null
  /** Where the text proper begins: behind the closing line, or behind a byte-order mark. */
  readonly bodyStart: number
  /** What could not be understood, in words for the user. */
  readonly problems: readonly string[]
}

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n?^---[ \t]*(?:\r?\n|$)/m

/** @param text as it was read; offsets count from its first character, a byte-order mark included */
export function readFrontMatter(text: string): FrontMatter {
  const none = {
    title: null,
    date: null,
    source: null,
    url: null,
    bodyStart: text.startsWith('\uFEFF') ? 1 : 0,
    problems: [],
  }
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text)) return none
  const match = FENCED.exec(text)
  if (match === null || match.index !== 0) return none
  const fields = parseFields(match[1] ?? '')
  if (fields === undefined) return { ...none, problems: ['the front matter is not valid YAML and was read as text'] }
  const date = readDate(fields['date'])
  return {
    title: word(fields['title']),
    date: date ?? null,
    source: word(fields['source']),
    url: word(fields['url']),
    bodyStart: match[0].length,
    problems:
      fields['date'] !== undefined && fields['date'] !== null && date === undefined
        ? [
            `the date "${String(fields['date'])}" of the front matter is no ISO date such as 2025-12-04 and was left out`,
          ]
        : [],
  }
}

function parseFields(yaml: string): Record<string, unknown> | undefined {
  try {
    const fields: unknown = parse(yaml, { schema: 'core' })
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields)
      ? (fields as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null

function readDate(value: unknown): CivilDate | undefined {
  const text = word(value)
  return text === null ? undefined : parseCivilDate(text.slice(0, 10))
}

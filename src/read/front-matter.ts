/** The YAML between `---` lines at the head of a text. */
import { parse } from 'yaml'
import type { CivilDate } from '../model/date.ts'
import { readWrittenDate } from './dates.ts'

export interface FrontMatter {
  readonly title: string | null
  readonly date: CivilDate | null
  readonly source: string | null
  readonly url: string | null
  readonly author: string | null
  /** As it is written there. */
  readonly language: string | null
  /** Where the text proper begins: behind the closing line, or behind a byte-order mark. */
  readonly bodyStart: number
  /** What could not be understood, in words for the user. */
  readonly problems: readonly string[]
}

export const NO_FRONT_MATTER: FrontMatter = {
  title: null,
  date: null,
  source: null,
  url: null,
  author: null,
  language: null,
  bodyStart: 0,
  problems: [],
}

const FENCED = /\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$(?![\s\S]))/my
/** A line such as `title: ...`: who wrote it meant a front matter, not a rule across the page. */
const FIELD = /^[a-z][\w-]*:(?:[ \t\r]|$)/im

/** @param text as it was read; offsets count from its first character, a byte-order mark included */
export function readFrontMatter(text: string): FrontMatter {
  const bodyStart = text.startsWith('\uFEFF') ? 1 : 0
  const none = { ...NO_FRONT_MATTER, bodyStart }
  FENCED.lastIndex = 0
  const match = FENCED.exec(text)
  if (match === null) return none
  const yaml = match[1] ?? ''
  const fields = parseFields(yaml)
  if (fields === undefined)
    return FIELD.test(yaml) ? { ...none, problems: ['the front matter is not valid YAML and was read as text'] } : none
  const written = fields.get('date') ?? null
  const date = written === null ? null : (readDate(written) ?? null)
  return {
    title: fields.get('title') ?? null,
    date,
    source: fields.get('source') ?? null,
    url: fields.get('url') ?? null,
    author: fields.get('author') ?? null,
    language: fields.get('language') ?? fields.get('lang') ?? null,
    bodyStart: match[0].length,
    problems:
      written !== null && date === null
        ? [`the date "${written}" of the front matter is no ISO date such as 2025-12-04 and was left out`]
        : [],
  }
}

/** The fields that are plain words, by their names in lower case; undefined where `yaml` is no table of fields. */
function parseFields(yaml: string): ReadonlyMap<string, string> | undefined {
  if (yaml.trim() === '') return new Map()
  try {
    // Without types: "007" is a title of three digits, and a date is read by our own calendar.
    const fields: unknown = parse(yaml, { schema: 'failsafe', logLevel: 'error' })
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined
    return new Map(
      Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
        const words = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
        return words === '' || words === '~' || words === 'null' ? [] : [[name.toLowerCase(), words] as const]
      }),
    )
  } catch {
    return undefined
  }
}

/** ISO only: whoever writes a front matter can write a date that means one day to everybody. */
const readDate = (text: string): CivilDate | undefined =>
  /^\d{4}(?:-|$)/.test(text) ? readWrittenDate(text) : undefined

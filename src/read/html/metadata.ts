/** What a page says of its article: JSON-LD (schema.org) first, then Open Graph and meta elements, then `<time>`. */
import { type CivilDate, isDay } from '../../model/date.ts'
import { readWrittenDate } from '../dates.ts'
import type { Metadata } from '../reader.ts'

type Json = Readonly<Record<string, unknown>>

export function pageMetadata(document: Document): Metadata {
  const told = linkedData(document)
  const meta = metaReader(document)
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined
  const site = told.source ?? meta('og:site_name', 'application-name', 'citation_journal_title', 'dc.publisher')
  return {
    title:
      told.title ??
      withoutSite(meta('og:title', 'twitter:title', 'dc.title', 'citation_title') ?? titleOf(document), site),
    date: told.date ?? metaDate(meta) ?? timeOf(document),
    dateFrom: 'metadata',
    source: site,
    url: [told.url, canonical, meta('og:url')].find((url) => url !== undefined && /^https?:\/\//i.test(url)),
    author: told.author ?? nameIn(meta('author', 'article:author', 'dc.creator', 'citation_author', 'parsely-author')),
    language:
      told.language ??
      document.documentElement?.getAttribute('lang') ??
      meta('content-language', 'og:locale') ??
      undefined,
  }
}

// ---------------------------------------------------------------------------------------------------------------- JSON-LD

const ARTICLE = /(Article|BlogPosting|Report|LiveBlogPosting)$/

function linkedData(document: Document): Metadata {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = thingsIn(parsed(script.textContent ?? '')).find(isArticle)
    if (article === undefined) continue
    return {
      title: words(article['headline']) ?? words(article['name']),
      date: wholeDay(words(article['datePublished'])),
      source: nameOf(article['publisher']) ?? nameOf(article['sourceOrganization']),
      url: words(article['url']) ?? words(idOf(article['mainEntityOfPage'])),
      author: nameOf(article['author']) ?? nameOf(article['creator']),
      language: words(article['inLanguage']),
    }
  }
  return {}
}

/** Every object at the top and in `@graph`; pages write one, a list, or a graph of them. */
function thingsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn)
  if (typeof value !== 'object' || value === null) return []
  const thing = value as Json
  return [thing, ...thingsIn(thing['@graph']), ...thingsIn(thing['mainEntity'])]
}

const isArticle = (thing: Json): boolean =>
  [thing['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))

function parsed(json: string): unknown {
  try {
    // Pages wrap it in comments, and write line breaks into strings.
    return JSON.parse(
      json.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, '').replace(/[\n\r\t]/g, ' '),
    )
  } catch {
    return undefined
  }
}

function words(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value]
  if (typeof first !== 'string') return undefined
  const text = unescaped(first).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** Strings of JSON-LD are plain text, but many pages write them as HTML. */
const unescaped = (text: string): string =>
  text
    .replace(/&(?:#0*39|apos|#x27);/gi, "'")
    .replace(/&quot;/gi, '"')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json)['@id'] : value

function nameOf(value: unknown): string | undefined {
  const names = [value].flat().flatMap((item) => {
    if (typeof item === 'string') return nameIn(words(item)) ?? []
    return typeof item === 'object' && item !== null ? (words((item as Json)['name']) ?? []) : []
  })
  return names.length === 0 ? undefined : [...new Set(names)].join(', ')
}

/** Authors are also given as addresses of their pages, which say nobody's name. */
const nameIn = (text: string | undefined): string | undefined =>
  text === undefined || /^(?:https?:|\/|@)/.test(text) ? undefined : text.replace(/^by\s+/i, '')

// ------------------------------------------------------------------------------------------------- meta elements, <time>

type MetaReader = (...names: readonly string[]) => string | undefined

function metaReader(document: Document): MetaReader {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim() ?? ''
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.toLowerCase()
      if (name !== undefined && content !== '' && !values.has(name)) values.set(name, content)
    }
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined)
}

const DATE_NAMES = [
  'article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'publish-date', 'pubdate',
  'publication_date', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'citation_publication_date', 'date',
] // biome-ignore format: one glance

function metaDate(meta: MetaReader): CivilDate | undefined {
  for (const name of DATE_NAMES) {
    const date = wholeDay(meta(name))
    if (date !== undefined) return date
  }
  return undefined
}

/** Marked as the day of publication, else the first one of the article, else the only one of the page. */
function timeOf(document: Document): CivilDate | undefined {
  const marked = document.querySelector(
    'time[pubdate], time[itemprop="datePublished"], [itemprop="datePublished"][datetime]',
  )
  const inside = document.querySelector('article time[datetime], main time[datetime], header time[datetime]')
  const all = document.querySelectorAll('time[datetime]')
  const time = marked ?? inside ?? (all.length === 1 ? all[0] : undefined)
  return wholeDay(time?.getAttribute('datetime') ?? time?.textContent ?? undefined)
}

const wholeDay = (text: string | undefined): CivilDate | undefined => {
  const date = text === undefined ? undefined : readWrittenDate(text)
  return date !== undefined && isDay(date) ? date : undefined
}

/** The first heading where the page's title begins with it: what follows there is the name of the site. */
function titleOf(document: Document): string | undefined {
  const title = lineOf(document.querySelector('title'))
  const heading = lineOf(document.querySelector('h1'))
  return heading !== undefined && (title === undefined || title.startsWith(heading)) ? heading : title
}

const lineOf = (element: Element | null): string | undefined =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || undefined

/** "Talks end - The Wire" → "Talks end", where the site is known by that name. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined || site === undefined) return title
  const [, head, tail] = /^(.+?)\s+[-–—|:·»]\s+([^-–—|·»]+)$/.exec(title) ?? []
  return head !== undefined && tail?.trim().toLowerCase() === site.toLowerCase() ? head : title
}

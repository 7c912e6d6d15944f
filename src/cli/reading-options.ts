/** The flags that say how texts are read, of every command that reads texts. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { isKindName, KIND_NAMES, type KindName } from '../read/kinds.ts'
import type { Reading } from '../read/read.ts'
import type { Source } from '../read/source.ts'
import { type DateOption, dateOption, NO_DAY } from './options.ts'

export interface ReadingFlags {
  readonly date: DateOption
  readonly text?: string
  readonly title?: string
  readonly source?: string
  readonly url?: string
  readonly author?: string
  readonly as?: KindName
  readonly follow?: boolean
  readonly allowPrivate?: boolean
}

/** What the flags mean: how to read, and how to get what is named by its address. */
export interface Asked {
  readonly reading: Reading
  readonly get: (url: string) => Promise<Source>
}

const FIELDS = ['text', 'title', 'source', 'url', 'author'] as const

export function addReadingOptions(command: Command): Command {
  command.addOption(dateOption())
  for (const field of FIELDS)
    command.option(
      `--${field} <field>`,
      `of JSON, JSON Lines and CSV: the field or column that holds the ${WORDS[field]}`,
    )
  return command
    .addOption(
      new Option('--as <format>', `take every file for ${KIND_NAMES.join(', ')}, whatever it is called`).argParser(
        parseKind,
      ),
    )
    .option(
      '--follow',
      'of feeds: get the pages that the entries point to, as far as their sites allow it (robots.txt)',
    )
    .option('--allow-private', 'get pages also from this machine and from private networks')
}

const WORDS = { text: 'text', title: 'title', source: "publisher's name", url: 'address', author: 'author' } as const

function parseKind(value: string): KindName {
  if (!isKindName(value)) throw new InvalidArgumentError(`Choose one of: ${KIND_NAMES.join(', ')}.`)
  return value
}

/** @param version of the program, which is told to servers */
export function askedBy(self: Command, flags: ReadingFlags, version: string): Asked {
  const { date, text, title, source, url, author, as, follow = false, allowPrivate = false } = flags
  if (typeof date === 'object' && text === undefined)
    self.error(`error: option '--date <day>' argument '${date.field}' is invalid. ${NO_DAY}`)
  const options = { agent: `dragoman/${version}`, ...(allowPrivate && { forbids: () => false }) }
  // Loaded when the first page is asked for: most calls never need the network.
  const get = async (address: string): Promise<Source> =>
    (await import('../read/web/fetch.ts')).fetchSource(address, options)
  let follower: ((address: string) => Promise<Source>) | undefined
  const followLink = async (address: string): Promise<Source> => {
    follower ??= (await import('../read/web/robots.ts')).createFollower(options)
    return follower(address)
  }
  return {
    reading: {
      given: { date: typeof date === 'object' || date === '' ? null : date },
      mapping: { text, title, source, url, author, date: typeof date === 'object' ? date.field : undefined },
      as,
      ...(follow && { follow: followLink }),
    },
    get,
  }
}

/** Compiles the gazetteer's tables (data/gazetteer) into the name finder's table of known names. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { hashString } from '../src/nlp/model/hashing.ts'
import { extendName, KNOWN } from '../src/nlp/model/known-names.ts'
import { normalise } from '../src/nlp/model/words.ts'
import { tokenize } from '../src/nlp/text/tokens.ts'
import type { Ids } from './train-tagger.ts'

const GAZETTEER = resolve(import.meta.dirname, '../data/gazetteer')
const LARGE = 150_000

export function compileKnownNames(): Ids {
  const kinds = new Map<number, number>()
  const add = (name: string, kind: number) => {
    let key = 0
    for (const { start, end } of tokenize(name, { start: 0, end: name.length }))
      key = extendName(key, hashString(normalise(name.slice(start, end))))
    if (key !== 0) kinds.set(key >>> 0, (kinds.get(key >>> 0) ?? 0) | kind)
  }
  const addAll = (names: string | undefined, kind: number) => {
    for (const name of names?.split('|') ?? []) if (name.length > 1) add(name, kind)
  }
  for (const [, name, , capitals, adjectives, people, others] of rows('countries.tsv')) {
    addAll(name, KNOWN.country)
    addAll(others, KNOWN.country)
    addAll(adjectives, KNOWN.adjective)
    addAll(people, KNOWN.adjective)
    for (const person of people?.split('|') ?? []) add(`${person}s`, KNOWN.adjective)
    addAll(capitals, KNOWN.city)
  }
  for (const [name, , population, , , marks, others] of rows('cities.tsv')) {
    const size = Number(population) >= LARGE || marks?.includes('c') ? KNOWN.city : KNOWN.town
    addAll(name, size | (marks?.includes('w') ? KNOWN.word : 0))
    addAll(others, size)
  }
  for (const [name, , others] of rows('divisions.tsv')) addAll(`${name}|${others ?? ''}`, KNOWN.region)
  for (const [name, , , others] of rows('regions.tsv')) addAll(`${name}|${others ?? ''}`, KNOWN.region)
  for (const [, , adjectives, people] of rows('peoples.tsv')) {
    addAll(`${adjectives ?? ''}|${people ?? ''}`, KNOWN.adjective)
    for (const person of people?.split('|') ?? []) add(`${person}s`, KNOWN.adjective)
  }
  for (const [name, type, , others] of rows('organizations.tsv'))
    addAll(`${name}|${others ?? ''}`, type === 'facility' || type === 'seat' ? KNOWN.facility : KNOWN.organization)
  for (const [name, marks] of rows('given-names.tsv'))
    addAll(name, KNOWN.givenName | (marks?.includes('w') ? KNOWN.word : 0))
  const keys = Uint32Array.from(kinds.keys()).sort()
  return { keys, ids: Uint16Array.from(keys, (key) => kinds.get(key)!) }
}

function rows(file: string): (string | undefined)[][] {
  const path = resolve(GAZETTEER, file)
  if (!existsSync(path)) throw new Error(`${path} is missing: the name finder learns from the gazetteer`)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

/** What data/models/manifest.json says: where the weights come from, under which licence, and how good they are. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadModels } from '../src/nlp/model/models.ts'
import { parseConllu } from './corpora/conllu.ts'
import { CORPORA } from './corpora/files.ts'
import { scoreTreebank } from './scores.ts'

/** Everything that the weights are made of, under its path in the corpora. */
const SOURCES = [
  'treebank/ewt-train.conllu',
  'treebank/ewt-dev.conllu',
  'treebank/gum-train.conllu',
  'treebank/gum-dev.conllu',
  'treebank/gum-test.conllu',
  'names/uner-ewt-dev.iob2',
  'names/wikigold.conll.txt',
  'names/wnut17train.conll',
  ...['a', 'b', 'e', 'f', 'g', 'h'].map((section) => `names/btc-${section}.conll`),
  'names/crossner-politics-train.jsonl',
  'names/crossner-politics-dev.jsonl',
]

/** A few sentences of our own, on which a test checks that the weights give the scores recorded here. */
export const HELD = resolve(import.meta.dirname, '../tests/nlp/models/fixtures/held.conllu')

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function describeModels(files: ReadonlyMap<string, Uint8Array>) {
  const models = loadModels((name) => files.get(name) ?? new Uint8Array())
  return {
    licence: 'CC-BY-SA-4.0',
    attribution: 'data/README.md, "Language models"',
    files: Object.fromEntries(
      [...files].map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }] as const),
    ),
    sources: Object.fromEntries(
      SOURCES.map((path) => [path, { sha256: sha256(readFileSync(resolve(CORPORA, path))) }] as const),
    ),
    held: scoreTreebank(models, parseConllu(readFileSync(HELD, 'utf8'))),
  }
}

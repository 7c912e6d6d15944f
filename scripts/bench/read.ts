/**
 * How fast texts become facts, on one thread: `npm run bench:read [-- FILE…]`. Tokens a second of the language models alone and of the
 * whole way to facts, medians of five turns in turn, over the sample texts or over the files named, once the program is warm; beside
 * it the first turn of all, while the machine still compiles what it runs. Graph and storage are not in it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceDocument } from '../../src/model/document.ts'
import { toDocument } from '../../src/read/document.ts'
import { loadPipeline, loadStages } from '../../src/resources.ts'

const TURNS = 5
/** A newspaper's week. */
const WARM_TOKENS = 100_000
const named = process.argv.slice(2)
const samples = ['history', 'dispatches'].flatMap((folder) => {
  const path = join(import.meta.dirname, '../../data', folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(path, name))
})
const files = named.length > 0 ? named : samples
const documents = files.map((file) => toDocument(readFileSync(file, 'utf8'), { origin: file, date: null }).document)

const { analyzer } = loadStages()
const pipeline = loadPipeline()
const analyse = (document: SourceDocument): number =>
  analyzer.analyze(document).reduce((sum, { tokens }) => sum + tokens.length, 0)
const tokens = documents.reduce((sum, document) => sum + analyse(document), 0)

const rate = (work: (document: SourceDocument) => unknown): number => {
  const start = performance.now()
  for (const document of documents) work(document)
  return (tokens / (performance.now() - start)) * 1000
}
const median = (values: readonly number[]): number => Math.round(values.toSorted((a, b) => a - b)[values.length >> 1]!)

const cold = Math.round(rate(pipeline.read))
for (let read = tokens; read < WARM_TOKENS; read += tokens) for (const document of documents) pipeline.read(document)
const models: number[] = []
const whole: number[] = []
for (let turn = 0; turn < TURNS; turn++) {
  models.push(rate(analyse))
  whole.push(rate(pipeline.read))
}
console.log(`${files.length} texts, ${tokens} tokens, one thread, medians of ${TURNS} turns`)
console.log(`language models   ${median(models)} tokens/s`)
console.log(`to facts          ${median(whole)} tokens/s, ${cold} in the first turn`)

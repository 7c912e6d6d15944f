/** In a process of its own: how fast the models load and work, and how much memory they take. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadModels } from '../src/nlp/model/models.ts'
import { createReader } from '../src/nlp/model/reader.ts'
import { readCorpus } from './corpora/files.ts'
import { MODELS } from './corpora/models.ts'
import { parseUniversal } from './corpora/names.ts'

const before = process.memoryUsage().rss
const started = performance.now()
const models = loadModels((name) => readFileSync(resolve(MODELS, name)))
const loadMs = Math.round(performance.now() - started)
const sentences = parseUniversal('pud', readCorpus('names/uner-pud-test.iob2')).map((s) => s.forms)
const read = createReader(models)
const tokens = sentences.reduce((sum, forms) => sum + forms.length, 0)

/** The best of several rounds, the first of which warm up the compiler. */
let tokensPerSecond = 0
for (let round = 0; round < 6; round++) {
  const begin = performance.now()
  read(sentences)
  tokensPerSecond = Math.max(tokensPerSecond, Math.round((tokens / (performance.now() - begin)) * 1000))
}
/** As a process that does nothing else would have it. */
const plain = Number(execFileSync(process.execPath, ['-p', 'process.memoryUsage().rss'], { encoding: 'utf8' }))
const residentMb = Math.round((plain + process.memoryUsage().rss - before) / 1e6)
console.log(JSON.stringify({ tokensPerSecond, loadMs, residentMb }))

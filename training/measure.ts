/** In a process of its own: how fast the models load and work, and how much memory they take. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { hashString } from '../src/nlp/model/hashing.ts'
import { loadModels } from '../src/nlp/model/models.ts'
import { findNames } from '../src/nlp/model/names.ts'
import { parse } from '../src/nlp/model/parser.ts'
import { parseTag, tag } from '../src/nlp/model/tagger.ts'
import { describeWords, PAD } from '../src/nlp/model/words.ts'
import { readCorpus } from './corpora/files.ts'
import { MODELS } from './corpora/models.ts'
import { parseUniversal } from './corpora/names.ts'

const started = performance.now()
const models = loadModels((name) => readFileSync(resolve(MODELS, name)))
const loadMs = Math.round(performance.now() - started)
const tags = models.tagger.model.classes.map(parseTag)
const upos = tags.map((t) => hashString(t.upos))
const xpos = tags.map((t) => hashString(t.xpos))
const sentences = parseUniversal('pud', readCorpus('names/uner-pud-test.iob2')).map((s) => s.forms)

function analyze(forms: readonly string[]): void {
  const words = describeWords(forms, models.clusters)
  const classes = tag(models.tagger, words)
  const hashes = (of: readonly number[]) => {
    const list = new Int32Array(words.words.length).fill(1, PAD + forms.length)
    for (let i = 0; i < forms.length; i++) list[i + PAD] = of[classes[i]!]!
    return list
  }
  const input = { words, upos: hashes(upos), xpos: hashes(xpos) }
  findNames(models.names, input)
  parse(models.parser, input)
}

/** The best of several rounds, the first of which warm up the compiler. */
let tokensPerSecond = 0
for (let round = 0; round < 5; round++) {
  const begin = performance.now()
  let tokens = 0
  for (const forms of sentences) {
    analyze(forms)
    tokens += forms.length
  }
  tokensPerSecond = Math.max(tokensPerSecond, Math.round((tokens / (performance.now() - begin)) * 1000))
}
const residentMb = Math.round(process.memoryUsage().rss / 1e6)
console.log(JSON.stringify({ tokensPerSecond, loadMs, residentMb }))

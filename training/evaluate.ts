/**
 * `npm run eval:nlp`: accuracy of the shipped models on the test files, speed and memory. `-- --json` prints one line.
 */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readCorpus, readTreebank } from './corpora/files.ts'
import { readModels } from './corpora/models.ts'
import { parseUniversal } from './corpora/names.ts'
import { namesLine, scoreNames, scoreTreebank, treebankLine } from './scores.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const models = readModels()
const treebanks = ['ewt-test', 'pud-test']
const named = ['uner-ewt-test', 'uner-pud-test']
const trees = treebanks.map((name) => scoreTreebank(models, readTreebank(name)))
const names = named.map((name) => scoreNames(models, parseUniversal(name, readCorpus(`names/${name}.iob2`))))
const measured = JSON.parse(
  execFileSync(
    process.execPath,
    [resolve(import.meta.dirname, '../scripts/run-built.mjs'), resolve(import.meta.dirname, 'measure.ts')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ),
) as { readonly tokensPerSecond: number; readonly loadMs: number; readonly residentMb: number }

const keys = treebanks.map((name) => name.slice(0, 3))
const pick = (field: 'upos' | 'xpos' | 'uas' | 'las') =>
  Object.fromEntries(trees.map((score, i) => [keys[i]!, Number(score[field].toFixed(4))]))
const result = {
  upos: pick('upos'),
  xpos: pick('xpos'),
  uas: pick('uas'),
  las: pick('las'),
  names: Object.fromEntries(names.map((score, i) => [keys[i]!, Number(score.f1.toFixed(4))])),
  ...measured,
}
if (values.json) console.log(JSON.stringify(result))
else {
  for (const [i, name] of treebanks.entries()) console.log(treebankLine(name, trees[i]!))
  for (const [i, name] of named.entries()) console.log(namesLine(name, names[i]!))
  const { tokensPerSecond, loadMs, residentMb } = measured
  console.log(
    `${tokensPerSecond} tokens/s (tags, names, parses; one thread), loaded in ${loadMs} ms, ${residentMb} MB resident`,
  )
}

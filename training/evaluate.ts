/**
 * `npm run eval:nlp`: accuracy, speed and memory of the shipped models. `--dev` scores the development files instead of
 * the test files; `--json` prints one line.
 */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readCorpus, readTreebank } from './corpora/files.ts'
import { readModels } from './corpora/models.ts'
import { parseUniversal } from './corpora/names.ts'
import { scoreNames, scoreTreebank } from './scores.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, dev: { type: 'boolean' } } })
const models = readModels()
const treebanks = values.dev ? ['ewt-dev', 'gum-dev'] : ['ewt-test', 'pud-test']
const named = values.dev ? [] : ['uner-ewt-test', 'uner-pud-test']
const trees = treebanks.map((name) => scoreTreebank(models, readTreebank(name)))
const names = named.map((name) => scoreNames(models, parseUniversal(name, readCorpus(`names/${name}.iob2`))))
const measured = JSON.parse(
  execFileSync(process.execPath, ['--import', 'tsx', resolve(import.meta.dirname, 'measure.ts')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }),
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
  for (const [i, name] of treebanks.entries()) {
    const { tokens, upos, xpos, uas, las } = trees[i]!
    const [u, x, a, l] = [upos, xpos, uas, las].map((share) => share.toFixed(4))
    console.log(`${name.padEnd(14)} UPOS ${u}  XPOS ${x}  UAS ${a}  LAS ${l}  (${tokens} tokens)`)
  }
  for (const [i, name] of named.entries()) {
    const { f1, precision, recall, byType } = names[i]!
    const types = Object.entries(byType).map(([type, value]) => `${type} ${value.toFixed(3)}`)
    console.log(
      `${name.padEnd(14)} F1 ${f1.toFixed(4)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  ${types.join('  ')}`,
    )
  }
  const { tokensPerSecond, loadMs, residentMb } = measured
  console.log(
    `${tokensPerSecond} tokens/s (tags, names, parses; one thread), loaded in ${loadMs} ms, ${residentMb} MB resident`,
  )
}

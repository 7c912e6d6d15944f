/**
 * `npm run eval:speakers`: attributions against PolNeAR, precision, recall and F1 of sources and of cues; `attribution-scores.ts` says
 * when two are the same. An article that n annotators read is scored against each of them with the weight 1/n, so that every
 * article counts once. Halves: the articles in alphabetical order of their names, the odd ones for tuning, the even ones to watch.
 * `--show` lists what was missed and what was found in vain, of the tuning half unless `--half watch` is given.
 * `--nested` also counts those that stand inside the contents of another.
 */
import { parseArgs } from 'node:util'
import type { Attribution } from '../src/extract/attribution/attribution.ts'
import { findAttributions } from '../src/extract/attribution/find-attributions.ts'
import { readTrees } from '../src/extract/extract.ts'
import { contains, type Span } from '../src/model/span.ts'
import { toDocument } from '../src/read/document.ts'
import { loadStages } from '../src/resources.ts'
import { type Candidate, type Comparison, compare, type Figures, figures } from './attribution-scores.ts'
import { type AttributionRecord, readPolnear } from './corpora/polnear.ts'

const { values } = parseArgs({
  options: {
    show: { type: 'boolean' },
    json: { type: 'boolean' },
    nested: { type: 'boolean' },
    half: { type: 'string', default: 'tune' },
  },
})
const records = readPolnear()
const articles = [...new Set(records.map(({ article }) => article))].sort()
const half = (article: string): 'tune' | 'watch' => (articles.indexOf(article) % 2 === 0 ? 'tune' : 'watch')
const { analyzer, resources } = loadStages()

interface Scored {
  readonly record: AttributionRecord
  readonly weight: number
  readonly candidates: readonly Candidate[]
  readonly comparison: Comparison
}

const scored: readonly Scored[] = articles.flatMap((article) => {
  const readings = records.filter((record) => record.article === article)
  const candidates = attributionsIn(readings[0]!.text)
  return readings.map((record) => ({
    record,
    weight: 1 / readings.length,
    candidates,
    comparison: compare(candidates, record.attributions),
  }))
})

/** PolNeAR annotates none inside the contents of another: "he said she *believes* …" counts once. */
function outermost(attributions: readonly Attribution[]): readonly Attribution[] {
  if (values.nested) return attributions
  return attributions.filter(
    (one) =>
      !attributions.some((other) => other !== one && other.contents.some((content) => contains(content, one.cue))),
  )
}

function attributionsIn(text: string): readonly Candidate[] {
  const { document } = toDocument(text, { origin: 'PolNeAR', date: null })
  const trees = readTrees(resources, analyzer.analyze(document))
  return outermost(findAttributions(trees, resources.lexicon.cues)).map(({ cue, source }) => ({
    cue: [cue],
    source: source === null ? [] : [trees[source.sentence]!.tokens[source.head]!],
  }))
}

/** The annotators of one article against one another: what a careful reader reaches. */
function agreement(): Figures {
  const pairs = articles.flatMap((article) => {
    const readings = records.filter((record) => record.article === article)
    const weight = 1 / (readings.length * (readings.length - 1))
    return readings.flatMap((one) =>
      readings
        .filter((other) => other !== one)
        .map((other) => [compare(one.attributions, other.attributions).sources, weight] as const),
    )
  })
  return figures(pairs)
}

const measured = (name: string, of: readonly Scored[]) => ({
  name,
  articles: new Set(of.map(({ record }) => record.article)).size,
  sources: figures(of.map(({ comparison, weight }) => [comparison.sources, weight])),
  cues: figures(of.map(({ comparison, weight }) => [comparison.cues, weight])),
})

const rows = [
  measured('all', scored),
  measured(
    'tune',
    scored.filter(({ record }) => half(record.article) === 'tune'),
  ),
  measured(
    'watch',
    scored.filter(({ record }) => half(record.article) === 'watch'),
  ),
]
if (values.json) console.log(JSON.stringify(rows))
else {
  const line = ({ precision, recall, f1 }: Figures): string =>
    `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`
  for (const { name, articles: count, sources, cues } of rows)
    console.log(
      `${name.padEnd(6)} ${String(count).padStart(2)} articles   sources ${line(sources)}   cues ${line(cues)}`,
    )
  console.log(`two annotators of one article against one another   sources ${line(agreement())}`)
}

if (values.show) {
  const excerpt = (text: string, spans: readonly Span[]): string =>
    spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').slice(0, 70)).join(' … ')
  for (const { record, candidates, comparison } of scored.filter(
    ({ record }) => half(record.article) === values.half,
  )) {
    console.log(`\n${record.id}`)
    for (const { source, cue, content } of comparison.missed)
      console.log(`  missed  ${[source, cue, content].map((spans) => `[${excerpt(record.text, spans)}]`).join(' ')}`)
    for (const i of comparison.wrong) {
      const { source, cue } = candidates[i]!
      const { start } = cue[0]!
      console.log(
        `  wrong   ${[source, cue].map((spans) => `[${excerpt(record.text, spans)}]`).join(' ')} in “${excerpt(record.text, [{ start: start - 60, end: start + 60 }])}”`,
      )
    }
  }
}

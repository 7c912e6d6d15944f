/** The files that ship with the product: weights and word lists, loaded once into a pipeline. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from './ask/asker.ts'
import { explain } from './extract/explain/explain.ts'
import type { Explainer } from './extract/explain/explanation.ts'
import { createExtractor, type ExtractorResources } from './extract/extract.ts'
import { parseLexicon } from './extract/lexicon.ts'
import { worldOf } from './extract/world.ts'
import { once } from './graph/once.ts'
import { ResourceError } from './model/errors.ts'
import type { Locate } from './model/place.ts'
import type { Analyzer } from './nlp/analysis.ts'
import { createAnalyzer } from './nlp/analyzer.ts'
import { type Gazetteer, parseGazetteer } from './nlp/gazetteer/gazetteer.ts'
import { createLocator } from './nlp/gazetteer/locate.ts'
import { loadModels } from './nlp/model/models.ts'
import { findQuantities } from './nlp/text/numbers.ts'
import { findTimes } from './nlp/text/times.ts'
import { createPipeline, type Pipeline } from './pipeline.ts'

/** The folder of the package: the nearest one above this file with a package.json, from the sources as from the build. */
export const PACKAGE_FOLDER: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder)
      throw new ResourceError('The installation is damaged: no package.json was found. Install Dragoman again.')
    folder = dirname(folder)
  }
  return folder
})()

export const dataPath = (...parts: readonly string[]): string => join(PACKAGE_FOLDER, 'data', ...parts)

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as { version: string }).version

/** Put in by the build: fingerprint of the sources that decide which facts are read in a text. */
declare const __RULES__: string | undefined

/**
 * The version of the pipeline is that of the program, of its rules, and of the weights and word lists that it was given:
 * whatever may read other facts in the same text has another one.
 * @throws ResourceError that names the file that is missing or damaged
 */
export function loadPipeline(): Pipeline {
  const { analyzer, resources } = stages()
  return createPipeline(analyzer, createExtractor(resources))
}

/** What reads plain questions. @throws ResourceError */
export function loadLanguage(): Language {
  const { analyzer, gazetteer, resources } = stages()
  return { analyzer, gazetteer, lexicon: resources.lexicon }
}

let knownGazetteer: Gazetteer | undefined
let knownLocate: Locate | undefined

/**
 * Tells where places and states are. The word lists are read when the first place is asked for, unless a pipeline has done so.
 * @throws ResourceError where a list is missing
 */
export const locate: Locate = (what) => {
  knownLocate ??= createLocator(
    knownGazetteer ?? parseGazetteer((name) => readResource(dataPath('gazetteer', name)).toString('utf8')),
    readResource(dataPath('gazetteer', 'positions.tsv')).toString('utf8'),
  )
  return knownLocate(what)
}

/** A digest of what `locate` knows: where it differs, things may be elsewhere on the map. @throws ResourceError */
export const gazetteerStamp = once((): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(dataPath('gazetteer')).sort())
    hash.update(`${name}\0`).update(
      createHash('sha256')
        .update(readResource(dataPath('gazetteer', name)))
        .digest(),
    )
  return hash.digest('hex').slice(0, 16)
})

/** The same reading with all that it saw on the way. @throws ResourceError */
export function loadExplainer(): Explainer {
  const { analyzer, resources } = stages()
  return (document) => explain(resources, document, analyzer.analyze(document))
}

interface Stages {
  readonly analyzer: Analyzer
  readonly gazetteer: Gazetteer
  readonly resources: ExtractorResources
}

/** Loaded once, for whatever needs it: the models are large. */
const stages = once(loadStages)

/** What the two stages of the pipeline need. @throws ResourceError that names the file that is missing or damaged */
export function loadStages(): Stages {
  const hash = createHash('sha256')
  const text = (folder: string, name: string): string => {
    const bytes = readResource(dataPath(folder, name))
    hash.update(`${folder}/${name}\0`).update(bytes)
    return bytes.toString('utf8')
  }
  const gazetteer = parseGazetteer((name) => text('gazetteer', name))
  knownGazetteer = gazetteer
  const lexicon = parseLexicon((name) => text('lexicon', `${name}.tsv`))
  const models = loadModels((name) => readResource(dataPath('models', name)))
  // Holds the digests of the weights, which take longer to digest than to load.
  text('models', 'manifest.json')
  const rules = typeof __RULES__ === 'string' ? __RULES__ : 'unbuilt'
  return {
    analyzer: createAnalyzer({ models, gazetteer }),
    gazetteer,
    resources: {
      version: `${packageVersion()}-${rules}-${hash.digest('hex').slice(0, 12)}`,
      lexicon,
      world: worldOf(gazetteer),
      times: findTimes,
      counts: findQuantities,
    },
  }
}

/** @throws ResourceError */
function readResource(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new ResourceError(`${path} is missing or may not be read. Install Dragoman again.`, { cause })
  }
}

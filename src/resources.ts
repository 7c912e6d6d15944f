/** The files that ship with the product: weights and word lists, loaded once into a pipeline. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createExtractor } from './extract/extract.ts'
import { parseLexicon } from './extract/lexicon.ts'
import { worldOf } from './extract/world.ts'
import { ResourceError } from './model/errors.ts'
import { createAnalyzer } from './nlp/analyzer.ts'
import { parseGazetteer } from './nlp/gazetteer/gazetteer.ts'
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

/** @throws ResourceError that names the file that is missing or damaged */
export function loadPipeline(): Pipeline {
  const text = (folder: string, name: string): string => readResource(dataPath(folder, name)).toString('utf8')
  const gazetteer = parseGazetteer((name) => text('gazetteer', name))
  const models = loadModels((name) => readResource(dataPath('models', name)))
  const extractor = createExtractor({
    version: packageVersion(),
    lexicon: parseLexicon((name) => text('lexicon', `${name}.tsv`)),
    world: worldOf(gazetteer),
    times: findTimes,
    counts: findQuantities,
  })
  return createPipeline(createAnalyzer({ models, gazetteer }), extractor)
}

function readResource(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new ResourceError(`${path} is missing or may not be read. Install Dragoman again.`, { cause })
  }
}

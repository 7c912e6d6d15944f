/** The sample texts, in a library of their own, which is made from them and may be made again. */
import { relative } from 'node:path'
import { LibraryError } from '../model/errors.ts'
import type { Pipeline } from '../pipeline.ts'
import { dataPath, PACKAGE_FOLDER } from '../resources.ts'
import type { Library } from '../store/library.ts'
import { MEMORY, openLibrary } from '../store/open.ts'
import type { Console } from './console.ts'
import { ingestTexts } from './ingest-texts.ts'

export const SAMPLE_LIBRARY = 'samples.db'
const FOLDERS = ['dispatches', 'history']

/** Where they lie. They are known by where they lie in the package, which may itself be moved. */
export const SAMPLES = {
  folders: FOLDERS.map((folder) => dataPath(folder)),
  under: dataPath(''),
  originOf: (file: string): string => relative(PACKAGE_FOLDER, file).replaceAll('\\', '/'),
} as const

/** @throws LibraryError that says how to make the library again */
export async function openSamples(
  pipeline: Pipeline,
  console: Console,
  path: string = dataPath(SAMPLE_LIBRARY),
): Promise<Library> {
  try {
    return await filled(openLibrary(path), pipeline, console)
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error
    console.say(`Note: the library of the samples cannot be used: ${error.message}`)
    console.say(`The samples are kept in memory this time. ${path} is made anew when it is deleted.`)
    return filled(openLibrary(MEMORY), pipeline, console)
  }
}

const fetchNothing = (): never => {
  throw new Error('the samples lie in files')
}

/** Reads the samples that are new or changed, or were read by another version. */
async function filled(library: Library, pipeline: Pipeline, console: Console): Promise<Library> {
  try {
    const { added, changed, failed } = await ingestTexts(
      SAMPLES.folders,
      () => library,
      () => pipeline,
      { reading: {}, get: fetchNothing, originOf: SAMPLES.originOf },
      console,
    )
    if (added + changed > 0) console.say(`Read ${added + changed} sample texts.`)
    if (failed > 0) console.say('Some of the samples are missing. Install Dragoman again to have them all.')
    return library
  } catch (error) {
    library.close()
    throw error
  }
}

/** ZIP archives of any files that are read. */
import { UnreadableDocumentError } from '../../model/errors.ts'
import { inArchive } from '../archive.ts'
import { isReadable, kindOfName, SkippedFiles } from '../kinds.ts'
import { type Found, failure } from '../reader.ts'
import { type Source, streamSource } from '../source.ts'

export const readZip = (source: Source): AsyncGenerator<Found> =>
  inArchive(source, async function* (entries): AsyncGenerator<Found> {
    const skipped = new SkippedFiles()
    for (const { name, size, refusal, stream } of entries) {
      const origin = `${source.origin}/${name}`
      if (refusal === undefined && (name.endsWith('/') || isHidden(name))) continue
      if (refusal !== undefined) yield failure(new UnreadableDocumentError(origin, `${origin} ${refusal}`))
      else if (!isReadable(name)) skipped.add(kindOfName(name))
      else {
        try {
          yield { kind: 'source', source: await streamSource(stream(), { origin, name, size }) }
        } catch (error) {
          if (!(error instanceof UnreadableDocumentError)) throw error
          yield failure(error)
        }
      }
    }
    const note = skipped.inWords(source.origin)
    if (note !== undefined) yield { kind: 'note', note }
  })

/** Also what macOS puts beside every file. */
const isHidden = (name: string): boolean => /(^|\/)(\.|__MACOSX\/)/.test(name)

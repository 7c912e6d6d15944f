/** Plain text and Markdown, with a front matter. */
import { decode } from '../encoding.ts'
import type { Found } from '../reader.ts'
import { digestOf, type Source, wholeOf } from '../source.ts'

export async function* readText(source: Source): AsyncGenerator<Found> {
  const bytes = await wholeOf(source)
  const { text } = await decode(bytes, source.origin)
  yield { kind: 'text', text, frontMatter: true, digest: digestOf(bytes) }
}

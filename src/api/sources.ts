/** What the server reads by itself: folders under the root that it was started with, and the sample texts. */
import * as z from 'zod'
import { civilDate, count, list } from './vocabulary.ts'

const folder = z.string().max(4000).meta({
  description: 'Path below the root, parted by "/"; the root itself where it is empty.',
})

export const SourcesQuery = z.strictObject({ folder: folder.default('') })
export type SourcesQuery = z.infer<typeof SourcesQuery>

export const SourcesAnswer = z
  .strictObject({
    root: z.string().nullable().meta({ description: 'Name of the root; null where the server was given none.' }),
    folder,
    folders: list(z.strictObject({ name: z.string(), folder })).meta({
      description: 'The folders in it, in order of their names.',
    }),
    texts: count.meta({ description: 'Files in the folder itself whose format is read.' }),
    samples: count.meta({ description: 'Sample texts that an empty library may be filled with.' }),
  })
  .meta({ id: 'SourcesAnswer' })
export type SourcesAnswer = z.infer<typeof SourcesAnswer>

export const SourcesRequest = z
  .strictObject({
    folder: z.exactOptional(folder),
    samples: z.exactOptional(z.literal(true)).meta({ description: 'The sample texts, instead of a folder.' }),
    date: z
      .exactOptional(civilDate)
      .meta({ description: 'Day of publication of the texts that carry none of their own.' }),
    source: z.exactOptional(z.string().max(1000)).meta({ description: 'Who published the texts that do not say so.' }),
  })
  .meta({ id: 'SourcesRequest', description: 'A folder with all below it, or the samples.' })
export type SourcesRequest = z.infer<typeof SourcesRequest>

/** A line of the answer: one at the beginning, one for each file when it was read, one at the end. */
export const SourcesLine = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('begin'),
      files: count,
      failures: list(z.string()).meta({ description: 'What could not be looked into.' }),
      notes: list(z.string()).meta({ description: 'What is passed over.' }),
    }),
    z.strictObject({
      kind: z.literal('file'),
      name: z.string().meta({ description: 'Path below the folder.' }),
      texts: count,
      unchanged: count.meta({ description: 'Of these texts, those that were there already.' }),
      relations: count.meta({ description: 'Relations that were read in them.' }),
      failures: list(z.string()),
      notes: list(z.string()),
    }),
    z.strictObject({ kind: z.literal('end') }),
    z.strictObject({
      kind: z.literal('problem'),
      detail: z.string().meta({ description: 'Why the rest is not read; what was read stays.' }),
    }),
  ])
  .meta({ id: 'SourcesLine' })
export type SourcesLine = z.infer<typeof SourcesLine>

/** Calls of the command line in this process, with what they print and say written down, in a folder of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ExitStatus } from '../../src/cli/context.ts'
import { run } from '../../src/cli/program.ts'
import type { Pipeline } from '../../src/pipeline.ts'
import { loadPipeline } from '../../src/resources.ts'

let loaded: Pipeline | undefined
/** One for all tests of a file: loading takes longer than reading. */
export function sharedPipeline(): Pipeline {
  loaded ??= loadPipeline()
  return loaded
}

export interface Call {
  readonly status: ExitStatus
  readonly printed: string
  readonly said: readonly string[]
  /** Steps of progress. */
  readonly steps: number
}

export async function call(args: readonly string[], pipeline: () => Pipeline = sharedPipeline): Promise<Call> {
  let printed = ''
  const said: string[] = []
  let steps = 0
  const status = await run(
    args,
    {
      print: (text) => {
        printed += text
      },
      say: (message) => said.push(message),
      progress: () => ({ step: () => steps++, stop: () => {} }),
    },
    pipeline,
  )
  return { status, printed, said, steps }
}

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export const MEETING = 'President Orla Venn of Norway met Prime Minister Tomas Reck in Geneva on Monday.\n'
export const TALKS = 'Foreign Minister Ilse Marrant visited Lisbon, where she spoke with Orla Venn.\n'

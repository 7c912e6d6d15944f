/** Makes the kernel of the linear models, `src/nlp/model/kernel.generated.js`, from its text. A test sees that it is up to date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import loadWabt from 'wabt'

const FOLDER = join(import.meta.dirname, '../src/nlp/model')
export const GENERATED = join(FOLDER, 'kernel.generated.js')

export async function generateKernel(): Promise<string> {
  const wabt = await loadWabt()
  const module = wabt.parseWat('kernel.wat', new Uint8Array(readFileSync(join(FOLDER, 'kernel.wat'))), {
    simd: true,
    bulk_memory: true,
  })
  module.validate()
  const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64')
  return `/** WebAssembly in base64, made by \`npm run kernel\` from kernel.wat. */\nexport const KERNEL =\n  '${base64}'\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(GENERATED, await generateKernel())

/** openCypher's own compatibility scenarios, where they are there. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const SHARED = resolve(import.meta.dirname, '../../../shared')
const scorer = resolve(SHARED, 'score/tck.mjs')

/** Share of the scenarios that pass, as the mean over the folders: rises only. */
const FLOOR = 0.994

test.runIf(existsSync(scorer))('the compatibility scenarios pass', { timeout: 120_000 }, () => {
  const command = `npx --no-install tsx ${resolve(import.meta.dirname, '../../src/cli.ts')} query --batch {batch}`
  const printed = execFileSync('node', [scorer, '--cmd', command, '--json', resolve(SHARED, 'opencypher-tck')], {
    encoding: 'utf8',
  })
  const { share, n } = JSON.parse(printed) as { share: number; n: number }
  expect(n).toBeGreaterThan(1700)
  expect(share).toBeGreaterThanOrEqual(FLOOR)
})

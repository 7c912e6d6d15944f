import { expect, test } from 'vitest'
import { findChromium } from '../../scripts/chromium.ts'

test('a browser that is named is taken as it is', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath)
})

test('a name that leads nowhere is refused, with what to do', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/no/such/browser' })).toThrow(
    /"\/no\/such\/browser", which is no program .* set CHROMIUM_PATH/,
  )
})

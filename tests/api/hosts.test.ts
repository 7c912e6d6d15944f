import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { hostsFor } from '../../src/server/hosts.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

test.each([
  ['127.0.0.1', LOOPBACK],
  ['::1', LOOPBACK],
  ['127.0.0.2', [...LOOPBACK, '127.0.0.2']],
  ['news.example', [...LOOPBACK, 'news.example']],
  ['fe80::1%eth0', [...LOOPBACK, '[fe80::1]']],
])('%s answers to %j', (host, expected) => {
  expect(hostsFor(host)).toEqual(expected)
})

test.each(['0.0.0.0', '::'])('%s answers to the name of this machine', (host) => {
  expect(hostsFor(host)).toEqual(expect.arrayContaining([...LOOPBACK, hostname()]))
  expect(hostsFor(host)).not.toContain(host)
})

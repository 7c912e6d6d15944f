/** Which format a file gets when the user names none. */
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { formatFor, formatOption } from '../../src/cli/options.ts'

test.each([
  [[], 'graph.gexf', 'gexf'],
  [[], 'graph.JSON', 'json'],
  [[], 'graph.txt', 'json'],
  [[], 'talks.events.csv', 'events'],
  [[], 'talks.csv', 'csv'],
  [[], 'tables.zip', 'csv'],
  [['--format', 'ttl'], undefined, 'turtle'],
  [[], undefined, 'json'],
  [['--format', 'json'], 'graph.gexf', 'json'],
] as const)('%j with %s is %s', (args, out, expected) => {
  const command = new Command().addOption(formatOption('json')).parse([...args], { from: 'user' })
  expect(formatFor(command, command.opts()['format'], out)).toBe(expected)
})

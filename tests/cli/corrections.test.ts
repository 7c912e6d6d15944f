/** Corrections from the command line. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { call, folderWith, MEETING, TALKS } from './support.ts'

async function filled(): Promise<{ folder: string; at: string[]; graph: () => Promise<SerializedGraph> }> {
  const folder = folderWith({ 'a.txt': MEETING, 'b.txt': TALKS })
  const at = ['--library', join(folder, 'talks.db')]
  await call(['ingest', join(folder, 'a.txt'), join(folder, 'b.txt'), ...at])
  const graph = async () => JSON.parse((await call(['export', '--format', 'json', ...at])).printed) as SerializedGraph
  return { folder, at, graph }
}

const keysOf = ({ nodes }: SerializedGraph): string[] => nodes.map(({ key }) => key)

describe('correct', () => {
  test('merge, undo, redo, and the log of it', async () => {
    const { at, graph } = await filled()
    const before = keysOf(await graph())
    const merged = await call(['correct', 'merge', 'person:orla-venn', 'person:tomas-reck', '--why', 'a test', ...at])
    expect(merged).toMatchObject({ status: 0, printed: '' })
    expect(merged.said[0]).toMatch(
      /^\+ \w{12} .*: person:tomas-reck and Orla Venn are the same \(person:orla-venn\) \(a test\)$/,
    )
    expect(keysOf(await graph())).toEqual(before.filter((key) => key !== 'person:tomas-reck'))
    expect((await call(['undo', ...at])).said[0]).toMatch(/^- /)
    expect(keysOf(await graph())).toEqual(before)
    expect((await call(['redo', ...at])).said[0]).toMatch(/^\+ /)
    const { printed } = await call(['log', ...at])
    expect(printed.trimEnd().split('\n')).toHaveLength(3)
  })

  test('is seen by queries, too', async () => {
    const { at } = await filled()
    expect((await call(['correct', 'rename', 'person:orla-venn', 'Orla Venn senior', ...at])).status).toBe(0)
    const { printed } = await call(['query', "MATCH (p:Person) WHERE p.label ENDS WITH 'senior' RETURN p.label", ...at])
    expect(printed).toContain('Orla Venn senior')
  })

  test('split, by a mention that the graph shows', async () => {
    const { at, graph } = await filled()
    const venn = (await graph()).nodes.find(({ key }) => key === 'person:orla-venn')!
    const { document, start, end } = venn.attributes.evidence[0]!
    const { status, said } = await call([
      'correct',
      'split',
      'person:orla-venn',
      `${document}:${start}-${end}`,
      '--name',
      'Orla Venn senior',
      ...at,
    ])
    expect({ status, said }).toMatchObject({ status: 0 })
    expect(keysOf(await graph()).filter((key) => key.startsWith('person:orla-venn'))).toHaveLength(2)
  })

  test('drops, restates and adds relations and events', async () => {
    const { at, graph } = await filled()
    const edge = (await graph()).edges.find(({ attributes }) => attributes.relation === 'met_with')!
    expect((await call(['correct', 'status', edge.key, 'planned', ...at])).status).toBe(0)
    const planned = (await graph()).edges.find(({ attributes }) => attributes.relation === 'met_with')!
    expect(planned.attributes.modality).toBe('planned')
    expect((await call(['correct', 'drop', planned.key, ...at])).status).toBe(0)
    expect((await graph()).edges.some(({ attributes }) => attributes.relation === 'met_with')).toBe(false)
    const ends = ['person:orla-venn', 'member_of', 'party=Reform Union']
    expect((await call(['correct', 'add', ...ends, '--date', '2025', '--why', 'her own word', ...at])).status).toBe(0)
    const event = ['call', 'Call on Monday', '--with', 'person:orla-venn', 'person:tomas-reck']
    expect((await call(['correct', 'event', ...event, ...at])).status).toBe(0)
    const { edges } = await graph()
    expect(edges.find(({ target }) => target === 'party:reform-union')?.attributes).toMatchObject({
      relation: 'member_of',
      note: 'her own word',
      first: '2025',
    })
    expect(edges.filter(({ attributes }) => attributes.rule === 'by hand')).toHaveLength(3)
  })

  const wrong: readonly (readonly [what: string, args: readonly string[], words: RegExp])[] = [
    ['an unknown node', ['hide', 'person:nobody'], /no node "person:nobody"/],
    ['an unknown type', ['type', 'person:orla-venn', 'wizard'], /"wizard" is no type.*person/s],
    ['no passage', ['split', 'person:orla-venn', 'here'], /"here" is no passage/],
    ['no status', ['status', 'person:orla-venn', 'perhaps'], /"perhaps" is no status/],
  ]
  test.each(wrong)('%s: one sentence, and nothing is written', async (_, args, words) => {
    const { at } = await filled()
    const { status, said } = await call(['correct', ...args, ...at])
    expect(status).toBeGreaterThan(0)
    expect(said.join('\n')).toMatch(words)
    expect((await call(['log', ...at])).said).toEqual(['Nothing has been corrected yet.'])
  })
})

describe('log', () => {
  test('is exported, and taken over by another library', async () => {
    const [one, other] = [await filled(), await filled()]
    await call(['correct', 'rename', 'person:orla-venn', 'Orla Venn-Dahl', ...one.at])
    const file = join(one.folder, 'log.jsonl')
    expect((await call(['log', '--export', file, ...one.at])).status).toBe(0)
    expect((await call(['log', '--export', ...one.at])).printed).toBe(readFileSync(file, 'utf8'))
    expect((await call(['log', '--import', file, ...other.at])).said[0]).toContain('1 entries added, 0 known')
    expect(await other.graph()).toEqual(await one.graph())
  })

  test('that is broken is refused whole', async () => {
    const { at, folder } = await filled()
    const file = join(folder, 'log.jsonl')
    writeFileSync(file, '{"id": 1}\n')
    const { status, said } = await call(['log', '--import', file, ...at])
    expect(status).toBe(2)
    expect(said[0]).toMatch(/Line 1/)
  })

  test('corrections are in place when a changed file is read again', async () => {
    const { at, folder, graph } = await filled()
    await call(['correct', 'rename', 'person:ilse-marrant', 'Ilse Marrant-Roy', ...at])
    const visits = ({ edges }: SerializedGraph): string[] =>
      edges
        .filter(({ attributes, target }) => attributes.relation === 'visited' && target === 'city:lisbon')
        .map(({ key }) => key)
    const [edge] = visits(await graph())
    await call(['correct', 'drop', edge!, ...at])
    writeFileSync(join(folder, 'b.txt'), `This article was corrected on Tuesday.\n\n${TALKS}`)
    await call(['ingest', folder, ...at])
    const after = await graph()
    expect(after.nodes.find(({ key }) => key === 'person:ilse-marrant')?.attributes.label).toBe('Ilse Marrant-Roy')
    expect(visits(after)).toEqual([])
    expect((await call(['log', ...at])).printed).not.toMatch(/^\?/m)
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../src/store/open.ts'
import { SAMPLES } from '../support/samples.ts'
import { fill } from '../support/server.ts'
import { call, folderWith } from './support.ts'

const FOREIGN = {
  'nodes.csv': 'Id,Label,category\n1,Ana Marrow,Human\n2,Sons,Firm\n',
  'edges.csv': 'Source,Target,link\n1,2,works at\n',
}
const MAPPED = [
  '--type-from',
  'category',
  '--type',
  'Human=person',
  '--type',
  'Firm=organization',
  '--relation-from',
  'link',
  '--relation',
  'works at=works_for',
]

describe('import', () => {
  test.each(['gexf', 'graphml', 'json', 'csv'])('of %s brings all into another library', async (format) => {
    const folder = folderWith()
    const library = join(folder, 'samples.db')
    fill(openLibrary(library), SAMPLES).close()
    const file = join(folder, format === 'csv' ? 'graph.zip' : `graph.${format}`)
    await call(['export', '--library', library, '--out', file])
    const other = join(folder, 'other.db')
    const imported = await call(['import', file, '--library', other])
    expect(imported).toMatchObject({ status: 0, said: [`${other}: imported ${file}, with 11 nodes and 13 edges.`] })
    const stats = async (path: string): Promise<unknown> =>
      JSON.parse((await call(['stats', '--json', '--library', path])).printed)
    expect(await stats(other)).toMatchObject({ documents: 1, nodes: 11, edges: 13, events: 2 })
    expect((await call(['import', file, '--library', other])).said).toEqual([
      `${other}: nothing new in ${file}, with 11 nodes and 13 edges.`,
    ])
  })

  test('of tables of others, by a mapping in flags or in a file', async () => {
    const folder = folderWith({
      ...FOREIGN,
      'words.yaml':
        'typeFrom: category\nrelationFrom: link\ntypes: {Human: person, Firm: organization}\nrelations: {works at: works_for}\n',
    })
    const files = [join(folder, 'nodes.csv'), join(folder, 'edges.csv')]
    const [flags, file] = [join(folder, 'flags.json'), join(folder, 'file.json')]
    expect(await call(['import', ...files, ...MAPPED, '--out', flags])).toMatchObject({ status: 0, said: [] })
    await call(['import', folder, '--map', join(folder, 'words.yaml'), '--out', file])
    expect(readFileSync(flags, 'utf8')).toContain('"relation":"works_for","label":"works for"')
    const nodes = (path: string): unknown => (JSON.parse(readFileSync(path, 'utf8')) as { nodes: unknown }).nodes
    expect(nodes(file)).toEqual(nodes(flags))
  })

  test('of unknown words is refused, says how to go on, and stores nothing', async () => {
    const folder = folderWith(FOREIGN)
    const library = join(folder, 'x.db')
    const { status, said } = await call(['import', folder, '--type-from', 'category', '--library', library])
    expect(status).toBe(1)
    expect(said[0]).toContain('1 nodes have the type "Human", which is none of ours')
    expect(said[0]).toContain('Say what they are with --type, --relation')
    expect(existsSync(library)).toBe(false)
  })

  test.each([
    ['missing.gexf', 'there is no such file'],
    ['latin.gexf', 'it is not in UTF-8'],
    ['cut.graphml', 'line 1, column 16: unclosed tag: graph'],
    ['dtd.gexf', 'document type declaration, which is refused'],
    ['note.txt', 'its ending tells no format'],
    ['empty.zip', 'there is no edges.csv in it'],
    ['broken.zip', 'cannot be imported'],
    ['nodes.csv', 'there is no table of edges'],
  ])('of %s says what is wrong', async (name, words) => {
    const folder = folderWith({
      'latin.gexf': new Uint8Array([0x3c, 0xe9, 0x3e]),
      'cut.graphml': '<graphml><graph>',
      'dtd.gexf': '<!DOCTYPE gexf SYSTEM "http://example.org/x.dtd"><gexf/>',
      'note.txt': 'x',
      'empty.zip': zipSync({ '../../edges.csv': new Uint8Array([65]) }),
      'broken.zip': 'PK and no more',
      'nodes.csv': 'id,label\n1,a\n',
    })
    const before = readdirSync(folder)
    const { status, said, printed } = await call(['import', join(folder, name), '--library', join(folder, 'x.db')])
    expect({ status, printed }).toEqual({ status: 1, printed: '' })
    expect(said.join('\n')).toContain(words)
    expect(said.join('\n')).toContain(name)
    expect(readdirSync(folder)).toEqual(before)
  })

  test.each([
    [['--type', 'Human'], '"Human" is no pair'],
    [['--type', 'Human=robot'], '"robot" is no type of ours'],
    [['--other-relation', 'likes'], '"likes" is no relation of ours'],
    [['--map', 'missing.yaml'], 'The mapping missing.yaml cannot be read'],
  ])('called with %j is a wrong call', async (flags, words) => {
    const { status, said } = await call(['import', 'x.gexf', ...flags])
    expect(status).toBe(2)
    expect(said.join('\n')).toContain(words)
  })
})

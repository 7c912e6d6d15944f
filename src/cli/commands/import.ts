import { readFileSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { parse as parseYaml } from 'yaml'
import type { FormatName } from '../../graph/formats/catalogue.ts'
import { ownSentences } from '../../graph/formats/options.ts'
import { type Adopted, adopt } from '../../graph/import/adopt.ts'
import { BrokenFileError } from '../../graph/import/foreign.ts'
import { type Mapping, mappingFrom, relationNamed, typeNamed } from '../../graph/import/mapping.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { InvalidInputError, UnreadableDocumentError } from '../../model/errors.ts'
import { readGraphFiles } from '../../read/graph-files.ts'
import { importGraph } from '../../store/import-graph.ts'
import { type Context, withLibrary } from '../context.ts'
import { examples, formatFor, formatOption, libraryOption } from '../options.ts'
import { checkTarget, writeGraph } from '../write-graph.ts'

interface Flags {
  readonly library: string
  readonly map?: string
  readonly typeFrom?: string
  readonly relationFrom?: string
  readonly type?: readonly string[]
  readonly relation?: readonly string[]
  readonly otherType?: string
  readonly otherRelation?: string
  readonly out?: string
  readonly format: FormatName
}

export const importCommand = (context: Context): Command => {
  const collect = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value]
  return new Command('import')
    .description('take a graph of another program, or of Dragoman, into a library, or turn it into another format')
    .argument('<file...>', 'one graph: GEXF, GraphML, graphology JSON, a ZIP or a folder of tables, or the CSV tables')
    .addOption(libraryOption())
    .option('--out <file>', 'write the graph to this file, and store nothing')
    .addOption(formatOption('json'))
    .option('--map <file>', 'YAML or JSON: typeFrom, relationFrom, types, relations, otherType, otherRelation')
    .option('--type-from <attribute>', 'attribute of nodes that holds their type (type)')
    .option('--relation-from <attribute>', 'attribute of edges that holds their relation (relation)')
    .addOption(new Option('--type <theirs=ours>', 'what one of their types is here').argParser(collect))
    .addOption(new Option('--relation <theirs=ours>', 'what one of their relations is here').argParser(collect))
    .option('--other-type <type>', 'what nodes of any other type, or of none, are')
    .option('--other-relation <relation>', 'what edges of any other relation, or of none, are')
    .addHelpText(
      'after',
      examples(
        'dragoman import talks.gexf',
        'dragoman import company.graphml --type Firm=organization --relation "works at=works_for"',
        'dragoman import nodes.csv edges.csv --map words.yaml --library talks.db',
        'dragoman import talks.gexf --out talks.graphml',
      ),
    )
    .action((files: [string, ...string[]], flags: Flags, self: Command) => {
      const { library, out } = flags
      const target = { format: formatFor(self, flags.format, out), out }
      const mapping = mappingOf(flags)
      if (out !== undefined) checkTarget(target, files)
      const { graph, notes } = read(files, mapping)
      for (const note of notes) context.console.say(`Note: ${note}.`)
      if (out !== undefined) writeGraph(graph, target, { sentencesOf: ownSentences }, context.console)
      else context.console.say(`${library}: ${store(graph, files[0], library)}.`)
    })
}

/** The file, and what the flags say besides. @throws InvalidInputError */
function mappingOf({ map, typeFrom, relationFrom, type, relation, otherType, otherRelation }: Flags): Mapping {
  const { types, relations, ...rest } = mappingFrom(map === undefined ? {} : readMapping(map))
  return {
    ...rest,
    ...(typeFrom !== undefined && { typeFrom }),
    ...(relationFrom !== undefined && { relationFrom }),
    ...(otherType !== undefined && { otherType: typeNamed(otherType) }),
    ...(otherRelation !== undefined && { otherRelation: relationNamed(otherRelation) }),
    types: { ...types, ...pairs(type, typeNamed) },
    relations: { ...relations, ...pairs(relation, relationNamed) },
  }
}

function pairs<T>(given: readonly string[] | undefined, ours: (name: string) => T): Record<string, T> {
  return Object.fromEntries(
    (given ?? []).map((pair) => {
      const at = pair.lastIndexOf('=')
      if (at < 1)
        throw new InvalidInputError('map', `"${pair}" is no pair; write theirs=ours, such as Firm=organization.`)
      return [pair.slice(0, at), ours(pair.slice(at + 1))]
    }),
  )
}

/** @throws InvalidInputError */
function readMapping(path: string): unknown {
  try {
    return parseYaml(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new InvalidInputError('map', `The mapping ${path} cannot be read: ${(cause as Error).message}.`, { cause })
  }
}

/** @throws UnreadableDocumentError */
function read(files: [string, ...string[]], mapping: Mapping): Adopted {
  const foreign = readGraphFiles(files)
  try {
    return adopt(foreign, mapping, basename(files[0], extname(files[0])))
  } catch (cause) {
    if (!(cause instanceof BrokenFileError)) throw cause
    const hint = /which is none of ours|have no (type|relation)/.test(cause.message)
      ? '\nSay what they are with --type, --relation, --other-type, --other-relation or --map.'
      : ''
    throw new UnreadableDocumentError(files[0], `${files.join(', ')} cannot be imported:\n  ${cause.message}${hint}`, {
      cause,
    })
  }
}

function store(graph: KnowledgeGraph, file: string, path: string): string {
  const { outcome } = withLibrary(path, {}, (library) => importGraph(library, graph, basename(file), resolve(file)))
  const done = { added: 'imported', replaced: 'imported again', reread: 'imported again', unchanged: 'nothing new in' }[
    outcome
  ]
  return `${done} ${file}, with ${graph.order} nodes and ${graph.size} edges`
}

import { Command, Option } from 'commander'
import type { Anchor, Wish } from '../../model/corrections.ts'
import type { CivilDate } from '../../model/date.ts'
import { MODALITIES, type Modality } from '../../model/facts.ts'
import type { Context } from '../context.ts'
import {
  day, edge, end, eventType, isEdge, modalityOf, node, nodeType, passage, relation,
} from '../correction-arguments.ts' // biome-ignore format: one glance
import { byOption, correct, type Said, whyOption } from '../corrections.ts'
import { examples, libraryOption } from '../options.ts'

/** Nodes and edges are named by their keys, as the page, the exports and "dragoman query" show them. */
export function correctCommand(context: Context): Command {
  const command = new Command('correct')
    .description('correct the graph of a library: each correction is one entry of a log, and can be undone')
    .addHelpText(
      'after',
      examples(
        'dragoman correct merge person:ana-marrow person:a-marrow',
        'dragoman correct split person:ana-marrow 3f9a01c25b0c:120-126 --name "Ivo Marrow"',
        'dragoman correct drop met_with:5b0c77de91aa --why "they only spoke by telephone"',
        'dragoman correct add person:ana-marrow leader_of country:talvia --why "sworn in on 3 May"',
      ),
    )
  const add: Adder = (usage, description, make, options = []) => {
    const [name, ...parameters] = usage.split(' ')
    const sub = new Command(name)
      .description(description)
      .addOption(libraryOption())
      .addOption(byOption())
      .addOption(whyOption())
    for (const parameter of parameters) sub.argument(parameter)
    for (const option of options) sub.addOption(option)
    sub.action((...given: unknown[]) => {
      const flags = sub.opts<Said>()
      correct(make(flags as never, given.slice(0, -2).flat() as string[]), flags, context)
    })
    command.addCommand(sub.copyInheritedSettings(command))
  }
  addNodeActs(add)
  addEdgeActs(add)
  addAdditions(add)
  return command
}

type Adder = <F>(
  usage: string,
  description: string,
  make: (flags: F, keys: readonly string[]) => Wish,
  options?: readonly Option[],
) => void

function addNodeActs(add: Adder): void {
  add('merge <node> <others...>', 'several nodes are one; the first keeps its key and name', (_, [first, ...rest]) => ({
    act: 'merge',
    node: node(first),
    others: rest.map(node),
  }))
  add('distinct <node> <other>', 'two nodes are not the same, however alike they look', (_, [one, other]) => ({
    act: 'distinct',
    node: node(one),
    other: node(other),
  }))
  add<{ name?: string }>(
    'split <node> <mentions...>',
    'mentions (document:start-end) are somebody or something else than their node',
    ({ name }, [key, ...mentions]) => ({
      act: 'split',
      node: node(key),
      parts: [{ ...(name !== undefined && { name }), mentions: mentions.map(passage) }],
    }),
    [new Option('--name <name>', 'what they are a mention of; the name of the node unless told')],
  )
  add('rename <node> <name>', 'a node is called otherwise; its key stays', (_, [key, name = '']) => ({
    act: 'rename',
    node: node(key),
    name,
  }))
  add('type <node> <type>', 'a node is of another type', (_, [key, type]) => ({
    act: 'retype',
    node: node(key),
    type: nodeType(type),
  }))
  add('hide <node>', 'a node, or an event that never was, is not shown', (_, [key]) => ({
    act: 'hide',
    node: node(key),
  }))
  add('confirm <key>', 'a node or an edge is right', (_, [key]) =>
    isEdge(key) ? { act: 'confirm-edge', edge: edge(key) } : { act: 'confirm', node: node(key) },
  )
  add('status <key> <status>', `an event or an edge is ${MODALITIES.join(', ')}`, (_, [key, status]) => {
    const modality = modalityOf(status)
    return isEdge(key)
      ? { act: 'restate-edge', edge: edge(key), modality }
      : { act: 'restate', node: node(key), modality }
  })
}

function addEdgeActs(add: Adder): void {
  add('drop <edge>', 'an edge is wrong', (_, [key]) => ({ act: 'drop-edge', edge: edge(key) }))
  add('relation <edge> <relation>', 'an edge is another relation', (_, [key, name]) => ({
    act: 'retype-edge',
    edge: edge(key),
    relation: relation(name),
  }))
  add('turn <edge>', 'the ends of an edge change places', (_, [key]) => ({ act: 'turn-edge', edge: edge(key) }))
  add<{ source?: string; target?: string }>(
    'redirect <edge>',
    'an edge has another end',
    ({ source, target }, [key]) => ({
      act: 'redirect-edge',
      edge: edge(key),
      ...(source !== undefined && { source: node(source) }),
      ...(target !== undefined && { target: node(target) }),
    }),
    [new Option('--source <node>', 'where it starts'), new Option('--target <node>', 'where it ends')],
  )
}

interface Added {
  readonly date?: CivilDate
  readonly status: Modality
  readonly evidence?: Anchor[]
}

const addedOptions = (): Option[] => [
  new Option('--date <date>', 'when (2025-12-04, 2025-12 or 2025)').argParser(day),
  new Option('--status <status>', MODALITIES.join(', ')).argParser(modalityOf).default('asserted'),
  new Option('--evidence <passage>', 'where it is said: document:start-end; may be given several times').argParser(
    (value: string, before: Anchor[] | undefined) => [...(before ?? []), passage(value)],
  ),
]

function addAdditions(add: Adder): void {
  add<Added & { former?: boolean }>(
    'add <source> <relation> <target>',
    'a relation that no text says, or that was not read; an end may be new: "person=Ana Marrow"',
    ({ date, status, evidence = [], former = false }, [source, name, target]) => ({
      act: 'add-edge',
      source: end(source),
      relation: relation(name),
      target: end(target),
      modality: status,
      date: date ?? null,
      former,
      evidence,
    }),
    [...addedOptions(), new Option('--former', 'it is past')],
  )
  add<Added & { with?: string[]; in?: string[] }>(
    'event <type> <label>',
    'an event that no text tells, or that was not read',
    ({ date, status, evidence = [], with: people = [], in: places = [] }, [type, label = '']) => ({
      act: 'add-event',
      type: eventType(type),
      label,
      date: date ?? null,
      endDate: null,
      participants: people.map((key) => ({ node: end(key), role: 'participant' })),
      places: places.map(end),
      modality: status,
      evidence,
    }),
    [
      ...addedOptions(),
      new Option('--with <node...>', 'who takes part'),
      new Option('--in <place...>', 'where it happens'),
    ],
  )
}

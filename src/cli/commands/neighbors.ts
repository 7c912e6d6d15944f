import { NeighborsQuery } from '../../api/parameters.ts'
import { neighborsAsText } from '../answer-text.ts'
import { questionCommand } from '../question-command.ts'

export const neighborsCommand = questionCommand({
  name: 'neighbors',
  operation: 'neighbors',
  description: 'tell who and what lies around a node, with the sentences that say so',
  arguments: [['<node>', 'its key or name']],
  schema: NeighborsQuery,
  besides: [],
  asking: ([id = ''], query) => ({ parameters: { id }, query }),
  text: neighborsAsText,
  examples: [
    'dragoman neighbors "Orla Venn"',
    'dragoman neighbors "Orla Venn" --relation met_with,visited --from 2025-12 --sort recency',
    'dragoman neighbors person:orla-venn --depth 2 --status asserted --json',
  ],
})

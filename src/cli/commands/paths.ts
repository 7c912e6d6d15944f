import { PathsQuery } from '../../api/questions.ts'
import { pathsAsText } from '../answer-text.ts'
import { questionCommand } from '../question-command.ts'

export const pathsCommand = questionCommand({
  name: 'paths',
  operation: 'paths',
  description: 'tell how two nodes are connected, the shortest way first',
  arguments: [
    ['<from>', 'key or name of the one'],
    ['<to>', 'key or name of the other'],
  ],
  schema: PathsQuery,
  besides: ['from', 'to'],
  asking: ([from, to], query) => ({ query: { ...query, from, to } }),
  text: pathsAsText,
  examples: [
    'dragoman paths "Orla Venn" "Ilsa Marrow"',
    'dragoman paths "Orla Venn" "Ilsa Marrow" --mode all --max-length 3 --time-respecting',
  ],
})

import { SearchQuery } from '../../api/parameters.ts'
import { searchAsText } from '../answer-text.ts'
import { questionCommand } from '../question-command.ts'

export const searchCommand = questionCommand({
  name: 'search',
  operation: 'search',
  description: 'find nodes by name, also by its beginning or with slips, and texts by their words',
  arguments: [['<words...>', 'a name, or words of the texts; the last may be unfinished']],
  schema: SearchQuery,
  besides: ['q'],
  asking: (words, query) => ({ query: { ...query, q: words.join(' ') } }),
  text: searchAsText,
  examples: ['dragoman search marrow', 'dragoman search "orla ven" --kind actor --json'],
})

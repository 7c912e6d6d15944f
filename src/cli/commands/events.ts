import { EventsQuery } from '../../api/questions.ts'
import { eventsAsText } from '../answer-text.ts'
import { questionCommand } from '../question-command.ts'

export const eventsCommand = questionCommand({
  name: 'events',
  operation: 'events',
  description: 'tell what happened, in order of time, with tolls and the sentences that say so',
  arguments: [],
  schema: EventsQuery,
  besides: [],
  asking: (_, query) => ({ query }),
  text: eventsAsText,
  examples: [
    'dragoman events --place Karsholm --type attack,bombing',
    'dragoman events --participant "Orla Venn" --from 2025-12 --to 2025-12-24 --json',
  ],
})

/** One thread of the crew. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Task } from './crew.ts'
import { trainOneParser } from './train-parser.ts'
import { indexLexicon, tagAll, taggerModel, trainTagger } from './train-tagger.ts'

const task = workerData as Task
const lexicon = indexLexicon(task.lexicon)
parentPort!.postMessage(
  task.kind === 'tag'
    ? tagAll(taggerModel(trainTagger(task.train, lexicon, task.options)), lexicon, task.held)
    : trainOneParser(task.train, task.tags, lexicon, task.options, task.seed),
)

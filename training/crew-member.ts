/** One thread of the crew. */
import { parentPort, workerData } from 'node:worker_threads'
import { indexIds } from '../src/nlp/model/id-table.ts'
import type { Task } from './crew.ts'
import { trainOneParser } from './train-parser.ts'
import { tagAll, taggerModel, trainTagger } from './train-tagger.ts'

const task = workerData as Task
const clusters = indexIds(task.clusters.keys, task.clusters.ids)
parentPort!.postMessage(
  task.kind === 'tag'
    ? tagAll(taggerModel(trainTagger(task.train, clusters, task.options)), clusters, task.held)
    : trainOneParser(task.train, task.tags, clusters, task.options, task.seed),
)

/**
 * The graph with its evidence as one HTML file that opens offline, anywhere: no request leaves it, for its own policy forbids
 * every one. The data are JSON within a script element that is never run, with each `<` encoded, so that no text can end it;
 * the page puts texts in as text, never as markup.
 */
import type { ListedGraph } from '../../knowledge-graph.ts'
import { settle, type WriteOptions } from '../options.ts'
import { PAUSE } from '../pauses.ts'
import { escapeXml } from '../xml.ts'
import { pageParts } from './data.ts'
import { createPanel } from './panel.ts'
import { createScene } from './scene.ts'
import { startPage } from './start.ts'
import { STYLE } from './style.ts'

/** Marks the one script that may run; what a text might smuggle in cannot bear it, because texts are never markup. */
const NONCE = 'dragoman'

const POLICY = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'; img-src data:; base-uri 'none'; form-action 'none'`

/** A packer may give functions other names, and tsx calls this helper. */
const SCRIPT = `const __name = (it) => it;
(${startPage})(JSON.parse(document.getElementById('data').textContent), ${createScene}, ${createPanel});`

/** The file in pieces. */
export function* writeHtml(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const { name, generator } = graph.getAttributes()
  const { documents, nodes, edges, sentences } = pageParts(graph, settle(graph, options))
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeXml(generator)}">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(name)}</title>
<link rel="icon" href="data:,">
<style nonce="${NONCE}">${STYLE}</style>
</head>
<body>
<noscript>This page draws a graph, and needs JavaScript for it. It sends nothing anywhere.</noscript>
<script id="data" type="application/json">`
  yield `{"name":${inScript(name)},"generator":${inScript(generator)},"documents":${inScript(documents)},\n"nodes":[`
  yield* joined(nodes)
  yield '],\n"edges":['
  yield* joined(edges)
  yield '],\n"sentences":['
  yield* joined(sentences)
  yield `]}</script>\n<script nonce="${NONCE}">${SCRIPT}</script>\n</body>\n</html>\n`
}

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

function* joined(items: Iterable<unknown>): Generator<string> {
  let separator = '\n'
  for (const item of items) {
    if (item === PAUSE) {
      yield PAUSE
      continue
    }
    yield `${separator}${inScript(item)}`
    separator = ',\n'
  }
}

/** The Model Context Protocol over the operations of the API: tools, and documents as resources. */
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
import type { DocumentAnswer, DocumentsAnswer } from '../api/schemas.ts'
import type { Desk } from './desk.ts'
import { TOOLS, type Tool } from './tools.ts'

/** More would fill what an assistant can keep in mind. */
const MOST_CHARACTERS = 400_000
const MOST_LISTED = 500
const URI = 'dragoman://documents/'

const INSTRUCTIONS = `A library of news texts, read into a graph in which every fact points to the sentence it was read in. Begin with "ask" for a plain question, or with "search" for the key of a node. A status other than asserted is no fact; "attributedTo" or "speaker" is whose word it is. Cite the sentence, the document and its date. What the library does not say may still be so.`

/** A server for one connection. */
export function createMcpServer(desk: Desk, version: string): McpServer {
  const server = new McpServer({ name: 'dragoman', title: 'Dragoman', version }, { instructions: INSTRUCTIONS })
  for (const [name, tool] of Object.entries(TOOLS)) {
    const { title, description, input } = tool
    const annotations = { readOnlyHint: true, openWorldHint: false, idempotentHint: true }
    server.registerTool(name, { title, description, inputSchema: input, annotations }, (given) =>
      called(desk, tool, given as Record<string, unknown>),
    )
  }
  registerDocuments(server, desk)
  return server
}

async function called(desk: Desk, { call }: Tool, given: Readonly<Record<string, unknown>>): Promise<CallToolResult> {
  try {
    const text = JSON.stringify(await call(desk, given))
    if (text.length > MOST_CHARACTERS)
      return failed(
        `The answer has ${text.length} characters; ${MOST_CHARACTERS} are the most. Narrow the question, or ask for less with "limit".`,
      )
    return { content: [{ type: 'text', text }], structuredContent: JSON.parse(text) as Record<string, unknown> }
  } catch (error) {
    return failed(desk.explain(error))
  }
}

const failed = (text: string): CallToolResult => ({ content: [{ type: 'text', text }], isError: true })

function registerDocuments(server: McpServer, desk: Desk): void {
  const template = new ResourceTemplate(`${URI}{id}`, {
    list: async () => {
      const { documents } = (await desk.perform('documents', { query: { limit: MOST_LISTED } })) as DocumentsAnswer
      return {
        resources: documents.map(({ id, title, date, source }) => ({
          uri: `${URI}${id}`,
          name: title,
          description: [date, source].filter((part) => part !== null).join(', '),
          mimeType: 'text/plain',
        })),
      }
    },
  })
  const described = {
    title: 'Documents',
    description: `The texts of the library, of which the newest ${MOST_LISTED} are listed. Offsets of evidence count UTF-16 code units into these texts.`,
    mimeType: 'text/plain',
  }
  server.registerResource('documents', template, described, async (uri, { id }) => {
    const document = await documentAt(desk, String(id))
    return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: document.text }] }
  })
}

async function documentAt(desk: Desk, id: string): Promise<DocumentAnswer['document']> {
  try {
    const { document } = (await desk.perform('document', { parameters: { id } })) as DocumentAnswer
    return document
  } catch (error) {
    throw new McpError(ErrorCode.InvalidParams, desk.explain(error))
  }
}

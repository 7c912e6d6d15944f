/** The official client against our server. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { onTestFinished } from 'vitest'

/** Closed when the test that asked for it is over. */
export async function connect(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(transport)
  onTestFinished(() => client.close())
  return client
}

export interface Called {
  readonly isError: boolean
  readonly text: string
  readonly answer: Record<string, unknown>
}

export async function callTool(client: Client, name: string, args: Record<string, unknown>): Promise<Called> {
  const { isError = false, content, structuredContent = {} } = await client.callTool({ name, arguments: args })
  const [first] = content as readonly { readonly text?: string }[]
  return { isError: isError === true, text: first?.text ?? '', answer: structuredContent as Record<string, unknown> }
}

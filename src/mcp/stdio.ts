/** Over standard input and output, on which nothing else may be written. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Desk } from './desk.ts'
import { createMcpServer } from './server.ts'

/** Resolves when the other side has ended the conversation, or `told` does. */
export async function serveStdio(desk: Desk, version: string, told: Promise<void>): Promise<void> {
  const server = createMcpServer(desk, version)
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve
    process.stdin.once('end', resolve).once('close', resolve)
  })
  await server.connect(new StdioServerTransport())
  await Promise.race([ended, told])
  await server.close()
}

/** The built command as a child of the official client. `npm test` builds it first. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { describe, expect, test, vi } from 'vitest'
import { PACKAGE_FOLDER } from '../../src/resources.ts'
import { call, folderWith, MEETING } from '../cli/support.ts'
import { callTool, connect } from './support.ts'

// Each of these starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const COMMAND = join(PACKAGE_FOLDER, 'dist/cli.js')

async function libraryOf(text: string): Promise<string> {
  const folder = folderWith({ 'a.txt': text })
  const library = join(folder, 'talks.db')
  await call(['ingest', join(folder, 'a.txt'), '--library', library])
  return library
}

describe('dragoman mcp', () => {
  test('answers the official client', async () => {
    const library = await libraryOf(MEETING)
    const args = [COMMAND, 'mcp', '--library', library]
    const client = await connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'pipe' }))
    expect(client.getServerVersion()).toMatchObject({ name: 'dragoman' })
    expect(client.getInstructions()).toContain('Cite')
    expect((await client.listTools()).tools.length).toBe(7)
    const { answer } = await callTool(client, 'ask', { q: 'Who met Orla Venn?' })
    expect(answer).toMatchObject({ outcome: 'found', results: [{ value: 'Tomas Reck' }] })
    const { resources } = await client.listResources()
    const { contents } = await client.readResource({ uri: resources[0]!.uri })
    expect(contents).toMatchObject([{ text: MEETING }])
  })

  test('writes nothing but the protocol to standard output, and ends when its input does', async () => {
    const library = await libraryOf(MEETING)
    const child = spawn(process.execPath, [COMMAND, 'mcp', '--library', library], { stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    const say = (message: object): void => void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
    const clientInfo = { name: 'test', version: '1' }
    say({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } })
    say({ method: 'notifications/initialized' })
    say({ id: 2, method: 'tools/call', params: { name: 'search', arguments: { q: 'venn' } } })
    await vi.waitFor(() => expect(output).toContain('"id":2'), { timeout: 60_000, interval: 50 })
    child.stdin.end()
    expect(await ended).toBe(0)
    for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' })
  })

  test('says that a library is not there, and ends with 1', async () => {
    const { status, said, printed } = await call(['mcp', '--library', join(folderWith(), 'none.db')])
    expect({ status, printed }).toEqual({ status: 1, printed: '' })
    expect(said.join()).toContain('none.db')
  })
})

/** Who holds the write lock of a library, where the system tells: Linux does, in /proc. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'

/** SQLite locks this byte of the shared-memory file while it writes to the write-ahead log. */
const WRITE_LOCK = 120

/** Such as "dragoman ingest (process 4711)"; undefined where nobody is found. */
export function holderOf(path: string): string | undefined {
  try {
    const { ino } = statSync(`${path}-shm`)
    const pid = findPid(readFileSync('/proc/locks', 'utf8'), ino)
    return pid === undefined ? undefined : `${commandOf(pid)} (process ${pid})`
  } catch {
    return undefined
  }
}

/** A line reads: `1: POSIX  ADVISORY  WRITE 4711 08:01:123456 120 120`. */
function findPid(locks: string, inode: number): number | undefined {
  for (const line of locks.split('\n')) {
    const [, kind, , mode, pid, file, start, end] = line.trim().split(/\s+/)
    if (kind !== 'POSIX' || mode !== 'WRITE' || Number(file?.split(':')[2]) !== inode) continue
    if (Number(start) <= WRITE_LOCK && Number(end) >= WRITE_LOCK && Number(pid) > 0) return Number(pid)
  }
  return undefined
}

function commandOf(pid: number): string {
  try {
    const [program = '', script = '', command = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const isOurs = /(dragoman|cli\.(js|ts))$/.test(script)
    return isOurs ? `dragoman ${command}` : basename(program) || 'a program'
  } catch {
    return 'a program of another user'
  }
}

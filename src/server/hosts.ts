/** The names under which a server is reached that listens on a given address. */
import { hostname, networkInterfaces } from 'node:os'
import { LOOPBACK_HOSTS } from './security.ts'

const WILDCARDS = ['0.0.0.0', '::']

/**
 * For the check of the Host header: the loopback names and the address itself; for an address that stands for all, those of
 * this machine and its name.
 * @param host as given to listen on
 */
export function hostsFor(host: string): string[] {
  const others = WILDCARDS.includes(host) ? ownAddresses() : [host]
  return [...new Set([...LOOPBACK_HOSTS, ...others.map(bracketed)])]
}

const ownAddresses = (): string[] => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address)),
]

/** As it stands in a Host header: IPv6 in brackets, without the zone. */
const bracketed = (host: string): string => (host.includes(':') ? `[${host.replace(/%.*$/, '')}]` : host)

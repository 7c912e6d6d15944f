/** Which machines may be asked: those of the public network, unless the user allows others. */
import type { LookupAddress } from 'node:dns'
import { lookup as lookupName } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export class PrivateAddressError extends Error {
  readonly address: string
  constructor(address: string) {
    super(`${address} is an address of a private network`)
    this.address = address
  }
}

/** Of this machine, of a local network, or reserved: whatever is not an address of the public network. */
export function isPrivate(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return true
  const parsed = ipaddr.process(bare)
  // Addresses of IPv4 in those of IPv6 (6to4, Teredo, NAT64) reach the machine that they name.
  return parsed.range() !== 'unicast'
}

/** Whether a machine may not be asked, by its address. */
export type Forbids = (address: string) => boolean

/** Looks a name up and refuses where one of its addresses is forbidden: the one that is asked is one that was looked at. */
export const guardedLookup =
  (forbids: Forbids): LookupFunction =>
  (hostname, options, callback) => {
    lookupName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const bad = error === null ? addresses.find(({ address }) => forbids(address)) : undefined
      if (bad !== undefined) callback(new PrivateAddressError(`${hostname} (${bad.address})`), '', 0)
      else if (error !== null || addresses[0] === undefined) callback(error ?? new Error('no address'), '', 0)
      else if (options.all === true) callback(null, addresses)
      else callback(null, addresses[0].address, addresses[0].family)
    })
  }

/** The address that stands in the place of a name, which is not looked up and must be judged at once. */
export function addressIn(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? undefined : bare
}

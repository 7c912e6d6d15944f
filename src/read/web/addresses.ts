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

/** Looks a name up and refuses where one of its addresses is private: the one that is asked is one that was looked at. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const bad = error === null ? addresses.find(({ address }) => isPrivate(address)) : undefined
    if (error !== null || bad !== undefined || addresses[0] === undefined) {
      const failure =
        bad !== undefined ? new PrivateAddressError(`${hostname} (${bad.address})`) : (error ?? new Error('no address'))
      callback(failure as NodeJS.ErrnoException, '', 0)
    } else if (options.all === true) callback(null, addresses)
    else callback(null, addresses[0].address, addresses[0].family)
  })
}

/** A number instead of a name is not looked up, and is judged at once. */
export const isPrivateHost = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 && isPrivate(bare)
}

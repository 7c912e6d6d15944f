/** Something that comes from the server: a screen shows exactly one of these states. */
export type Loadable<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string }

export const IDLE = { state: 'idle' } as const
export const LOADING = { state: 'loading' } as const
export const ready = <T>(value: T): Loadable<T> => ({ state: 'ready', value })
export const failed = (message: string): Loadable<never> => ({ state: 'failed', message })

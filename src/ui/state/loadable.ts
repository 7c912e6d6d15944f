/** Something that comes from the server: a screen shows exactly one of these states. */
export type Loadable<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string; readonly status?: number }

export const IDLE = { state: 'idle' } as const
export const LOADING = { state: 'loading' } as const
export const ready = <T>(value: T): Loadable<T> => ({ state: 'ready', value })
/** @param status of the HTTP answer, where one came */
export const failed = (message: string, status?: number): Loadable<never> => ({
  state: 'failed',
  message,
  ...(status !== undefined && { status }),
})

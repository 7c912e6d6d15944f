/** Files that the page's server hands out, imported for their address. */
declare module '*?url' {
  const address: string
  export default address
}

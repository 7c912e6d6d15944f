/** WebAssembly in base64. */
export const KERNEL: string

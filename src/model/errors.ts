/**
 * What can go wrong, in a few classes. A message is for the person who reads it: what was wrong, where, what to do.
 * Which HTTP status or exit code that means is decided at the edges.
 */
export abstract class DragomanError extends Error {
  override get name(): string {
    return this.constructor.name
  }
}

/** The caller gave something that is not acceptable: a parameter, a flag, a field. `field` names it. */
export class InvalidInputError extends DragomanError {
  readonly field: string
  constructor(field: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.field = field
  }
}

/** What was asked for by its id is not there. `field` names the parameter that bore the id, where there are several. */
export class NotFoundError extends DragomanError {
  readonly field: string | undefined
  constructor(message: string, field?: string, options?: ErrorOptions) {
    super(message, options)
    this.field = field
  }
}

/** A document cannot be read: missing, binary, too large, in an unknown encoding. */
export class UnreadableDocumentError extends DragomanError {
  readonly origin: string
  constructor(origin: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.origin = origin
  }
}

/** The library file cannot be opened, is damaged, belongs to a newer version, or cannot be written. */
export class LibraryError extends DragomanError {}

/** A file that ships with the product (weights, word lists, the built page) is missing or damaged. */
export class ResourceError extends DragomanError {}

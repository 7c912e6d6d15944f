/**
 * What stands out is drawn once more, above everything else, while a uniform dims the rest: so to look around costs a frame,
 * and not a new description of thousands of signs and lines.
 */
import type Sigma from 'sigma'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import type { DrawnEdge, DrawnNode } from './drawing.ts'
import type { NodeLook } from './node-program.ts'

export type Renderer = Sigma<DrawnNode, DrawnEdge>
type Needed = [gl: WebGLRenderingContext, pickingBuffer: WebGLFramebuffer | null, renderer: Renderer]

/** A program of Sigma's; `Item` is what it is told of a sign or line: the look, for lines with those of both ends before it. */
interface Program<Item extends unknown[]> {
  reallocate(capacity: number): void
  process(number: number, offset: number, ...item: Item): void
  render(params: RenderParams): void
  kill(): void
}
type ProgramClass<Item extends unknown[]> = new (...needed: Needed) => Program<Item>

/** Which number stands for a sign when the mouse is over it; Sigma gives them out. */
export type Numbers = Map<string, number>

interface Layer {
  render(params: RenderParams): void
  kill(): void
}
/** Signs or lines above the rest; what lies under the mouse is not theirs to tell, but for signs that have numbers. */
export type Raised = (...needed: Needed) => Layer

/** @param items asked at every frame; the uppermost last */
export function raised<Item extends unknown[]>(
  Program: ProgramClass<Item>,
  items: (renderer: Renderer) => readonly (readonly [key: string, item: Item])[],
  numbers: Numbers | null,
): Raised {
  return (gl, pickingBuffer, renderer) => {
    let program: Program<Item> | undefined
    return {
      render(params) {
        const now = items(renderer)
        if (now.length === 0) return
        // To compile a program takes its time: only when there is something to draw.
        program ??= new Program(gl, numbers === null ? null : pickingBuffer, renderer)
        program.reallocate(now.length)
        for (const [i, [key, item]] of now.entries()) program.process(numbers?.get(key) ?? 0, i, ...item)
        program.render(params)
      },
      kill: () => program?.kill(),
    }
  }
}

/** All signs, and above them the layers of what stands out. */
export function layered(
  All: ProgramClass<[look: NodeDisplayData & NodeLook]>,
  numbers: Numbers,
  above: readonly Raised[],
) {
  return class {
    readonly drawLabel = undefined
    readonly drawHover = undefined
    readonly #all: InstanceType<typeof All>
    readonly #above: readonly Layer[]
    constructor(...needed: Needed) {
      this.#all = new All(...needed)
      this.#above = above.map((layer) => layer(...needed))
    }

    reallocate(capacity: number): void {
      this.#all.reallocate(capacity)
    }

    process(number: number, offset: number, look: NodeDisplayData & NodeLook): void {
      numbers.set(look.key, number)
      this.#all.process(number, offset, look)
    }

    render(params: RenderParams): void {
      this.#all.render(params)
      for (const layer of this.#above) layer.render(params)
    }

    kill(): void {
      this.#all.kill()
      for (const layer of this.#above) layer.kill()
    }
  }
}

/** For Sigma's own layer of what the mouse is over, which stands out already. */
export class NoProgram {
  readonly drawLabel = undefined
  readonly drawHover = undefined
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}

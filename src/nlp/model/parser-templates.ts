/**
 * What the parser's features are made of. Names of atoms: a position, then what is seen there. Positions: s0, s1, s2 from
 * the top of the stack, b0 … b3 from the front of the buffer; L and R are a word's outermost dependents to the left and
 * right, L2 and R2 those next to them. Seen: w word, t Penn tag, p Universal tag, c, m and g fine, medium and coarse
 * cluster, x suffix, h shape, l label, n number of dependents, s set of their labels.
 */
import { compileTemplates } from './templates.ts'

export const ATOM = {
  ...{ one: 0, s0w: 1, s0t: 2, s0p: 3, s0c: 4, s0m: 5, s0g: 6, s0x: 7, s0h: 8 },
  ...{ s1w: 9, s1t: 10, s1p: 11, s1c: 12, s1m: 13, s1g: 14, s2w: 15, s2t: 16 },
  ...{ b0w: 17, b0t: 18, b0p: 19, b0c: 20, b0m: 21, b0g: 22, b0x: 23, b0h: 24 },
  ...{ b1w: 25, b1t: 26, b1p: 27, b1c: 28, b2w: 29, b2t: 30, b3t: 31 },
  ...{ s0Lw: 32, s0Rw: 33, s1Rw: 34, b0Lw: 35, s0Lt: 36, s0Rt: 37, s1Lt: 38, s1Rt: 39, b0Lt: 40 },
  ...{ s0Ll: 41, s0Rl: 42, s1Ll: 43, s1Rl: 44, b0Ll: 45, s0L2l: 46, s0R2l: 47, s1R2l: 48, b0L2l: 49 },
  ...{ s0Ls: 50, s0Rs: 51, s1Rs: 52, b0Ls: 53, s1Rs0Rs: 54 },
  ...{ s0Ln: 55, s0Rn: 56, s0n: 57, s1Ln: 58, s1Rn: 59, b0Ln: 60 },
  ...{ gap: 61, gap1: 62, alike: 63 },
}
export const ATOMS = 64

/** In the manner of Zhang and Nivre (2011). */
export const TEMPLATES = compileTemplates(
  ATOM,
  [
    'one',
    // single words
    's0w, s0t, s0w s0t, s1w, s1t, s1w s1t, b0w, b0t, b0w b0t, b1w, b1t, b1w b1t, b2w, b2t, s2w, s2t, s0c, s1c, b0c, b1c',
    // top of the stack and front of the buffer
    's0w s0t b0w b0t, s0w s0t b0w, s0w b0w b0t, s0w s0t b0t, s0t b0w b0t, s0w b0w, s0t b0t, s0p b0p, b0t b1t',
    's0p b0p b1p',
    // the two on top of the stack
    's1w s1t s0w s0t, s1w s0w, s1t s0t, s1t s0w s0t, s1w s1t s0t, s1t s0t b0t, s1p s0p b0p, s0t b0t b1t, b0t b1t b2t',
    's0t b0t b1t b2t, s2t s1t s0t, s2t s1t s0t b0t, s1t s0t b0t b1t, s1p s0p b0p b1p, s0w b0t b1t, s1w s0t b0t',
    's1t s0w b0t, s1t s0t b0w, s0t b0w b1t, b0t b1t b2t b3t',
    // tags of dependents
    's0t s0Lt b0t, s0t s0Rt b0t, s0t b0t b0Lt, s1t s1Lt s0t, s1t s1Rt s0t, s1t s0t s0Lt, s1t s0t s0Rt, s1t s0t s0Rt b0t',
    's1t s1Rt s0t b0t, s1t s0t b0Lt b0t',
    // labels of dependents
    's0Ll s0t, s0Rl s0t, s1Ll s1t, s1Rl s1t, b0Ll b0t, s0Ll s0L2l s0t, s0Rl s0R2l s0t, s1Rl s1R2l s1t, b0Ll b0L2l b0t',
    's0w s0Ll b0t, s0w s0Rl b0t, s1w s1Rl s0t, b0w b0Ll s0t, s0t s0Ls b0t, s0t s0Rs b0t, s1t s1Rs s0t, b0t b0Ls s0t',
    's0w s0Rs b0t, s1w s1Rs s0t, s1p s0p s1Rs0Rs b0t',
    // distances and numbers of dependents
    's0w gap, s0t gap, b0w gap, b0t gap, s0t b0t gap, s1t s0t gap1, s0w b0w gap, s1t s0t gap1 b0t, s1w s0t gap1 b0t',
    's0w s0Ln, s0w s0Rn, s0t s0n, s1w s1Rn, s1t s1Ln s1Rn, b0w b0Ln, b0t b0Ln, s0t s0Rn b0t b1t',
    // clusters
    's0c b0c, s1c s0c, s0c b0c b0t, s0c s0t b0t, s0t b0c b0t, s1c s0t b0t, s0g b0g b1t, s1g s0g b0t, s1g s0g b0g',
    'b1c b0t, s0w b0m, s0m b0w, s1w s0m, s1m s0w, s0m b0m, s1m s0m, s1t s0w b0t b1t, s1w s0w b0w, s1w s0w s2t',
    's1w b0w s0t b0t, s1m s0w b0m, s1m s0m b0m, s0x b0x, s0t s0h b0t b0h',
    // attachment of what the leftmost dependent marks
    'b0Lw s0w b0p, b0Lw s1w b0p, b0Lw s0m b0m, b0Lw s1m b0m, b0Lw s0w s1w b0p, b0Lw s0m s1m b0m, b0Lw s1t s0t b0t',
    'b0Lw s0t gap, s0Lw s1w s0p, s0Lw s1m s0m, s0Lw s1t s0t b0t, s0Lw s1w s0w b0p',
    // conjunctions and what stands after: does a like word follow
    's0t b0t b0Ll alike, s0Rw s0t b0t s1t, s1Rw s1t s0t b0t',
  ].join(),
)

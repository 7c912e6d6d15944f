/**
 * Draws facts: a quadratic Bézier from rim to rim, with an arrow head where direction has a meaning. What was not said to be
 * so looks so: planned, possible and requested are dashed, denied is thin and crossed out.
 */
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { Stroke } from './appearance.ts'
import type { DrawnEdge, DrawnNode } from './drawing.ts'
import type { Light } from './palette.ts'

/** What the reducer adds to Sigma's own display data. */
export interface EdgeLook {
  readonly key: string
  readonly stroke: Stroke
  readonly directed: boolean
  /** Sagitta of the control point in lengths of the chord, to the left of source → target; 0 is straight. */
  readonly curvature: number
}

const STROKE_CODE: Readonly<Record<Stroke, number>> = { solid: 0, dashed: 1, dotted: 2, crossed: 3 }

/** Pieces of the polyline that stands for a curve; more would not be seen at these sizes. */
const SEGMENTS = 14

/** The body of the strip, its end, and the arrow head: [parameter, side, part], part 0 = body, 1 = head's base, 2 = tip. */
const stripOf = (segments: number): number[][] =>
  [...Array.from({ length: segments + 1 }, (_, i) => [i / segments, 0]), [1, 1], [1, 2]].flatMap(([t, part]) => [
    [t!, -1, part!],
    [t!, 1, part!],
  ])

const VERTEX = `
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec2 a_radii;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_stroke;
attribute float a_directed;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec3 a_strip;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;
uniform float u_minEdgeThickness;
uniform vec3 u_faded;
uniform float u_dimmed;

varying float v_across;
varying float v_along;
varying float v_half;
varying float v_head;
varying float v_stroke;
varying vec4 v_color;

const float GAP = 2.5;

vec2 p0, p1, p2;

vec2 toPixels(vec2 p) { return (u_matrix * vec3(p, 1.0)).xy * u_dimensions * 0.5; }
vec2 curve(float t) { return mix(mix(p0, p1, t), mix(p1, p2, t), t); }

// The parameter at which the curve leaves the circle of radius r around its start (or, from the end, around its end).
float leave(float r, bool fromEnd) {
  vec2 centre = fromEnd ? p2 : p0;
  float t = min(r / max(2.0 * length(p1 - centre), 1.0), 0.5);
  for (int i = 0; i < 4; i++) {
    float reached = length(curve(fromEnd ? 1.0 - t : t) - centre);
    t = min(t * r / max(reached, 0.001), 0.5);
  }
  return t;
}

void main() {
  p0 = toPixels(a_from);
  p2 = toPixels(a_to);
  vec2 chord = p2 - p0;
  p1 = (p0 + p2) * 0.5 + vec2(-chord.y, chord.x) * a_curvature;

  float thickness = max(a_thickness / u_sizeRatio, u_minEdgeThickness);
  float halfWidth = thickness * 0.5;
  float headLength = a_directed * (4.0 + thickness * 2.2);
  float headHalf = a_directed * (2.2 + thickness * 1.15);
  vec2 radii = a_radii / u_sizeRatio + GAP;

  float start = leave(radii.x, false);
  float tip = 1.0 - leave(radii.y, true);
  float end = a_directed > 0.5 ? 1.0 - leave(radii.y + headLength, true) : tip;

  float part = a_strip.z;
  float t = part > 1.5 ? tip : mix(start, max(end, start), a_strip.x);
  vec2 tangent = 2.0 * mix(p1 - p0, p2 - p1, t);
  tangent = length(tangent) > 0.001 ? normalize(tangent) : vec2(1.0, 0.0);

  v_half = part < 0.5 ? halfWidth : part < 1.5 ? headHalf : 0.0;
  float reach = v_half + 1.0;
  #ifdef PICKING_MODE
  reach = max(reach, 6.0);
  v_color = a_id;
  // Sigma packs colours with an alpha of at most 254.
  v_color.a *= 255.0 / 254.0;
  #else
  if (a_stroke > 2.5 && part < 0.5) reach = max(reach, 6.0);
  v_color = mix(a_color, vec4(u_faded, 1.0), u_dimmed);
  #endif

  v_across = a_strip.y * reach;
  v_along = (t - 0.5) * (2.0 * length(chord) + length(p1 - p0) + length(p2 - p1)) / 3.0;
  v_head = part > 0.5 ? 1.0 : 0.0;
  v_stroke = a_stroke;

  vec2 position = curve(t) + vec2(-tangent.y, tangent.x) * v_across;
  gl_Position = vec4(position * 2.0 / u_dimensions, 0.0, 1.0);
}
`

const FRAGMENT = `
precision highp float;

varying float v_across;
varying float v_along;
varying float v_half;
varying float v_head;
varying float v_stroke;
varying vec4 v_color;

uniform float u_pixelRatio;

float line(float away, float halfWidth) {
  return clamp(0.5 - (away - halfWidth) * u_pixelRatio, 0.0, 1.0);
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float alpha = line(abs(v_across), max(v_half, 0.4));
  if (v_head < 0.5) {
    if (v_stroke > 2.5) {
      float place = mod(v_along + 22.0, 44.0) - 22.0;
      float mark = line(abs(abs(place) - abs(v_across)) * 0.7071, 0.8) * step(abs(v_across), 4.5) * step(abs(place), 4.5);
      alpha = max(alpha, mark);
    } else if (v_stroke > 1.5) {
      alpha *= line(abs(mod(v_along, 5.0) - 2.5), 1.1);
    } else if (v_stroke > 0.5) {
      alpha *= line(abs(mod(v_along, 11.0) - 5.5), 3.2);
    }
  }
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}
`

const UNIFORMS = [
  'u_matrix',
  'u_sizeRatio',
  'u_dimensions',
  'u_pixelRatio',
  'u_minEdgeThickness',
  'u_faded',
  'u_dimmed',
] as const
type Uniform = (typeof UNIFORMS)[number]

abstract class FactProgram extends EdgeProgram<Uniform, DrawnNode, DrawnEdge> {
  protected abstract light(): Light

  protected define(strip: number[][]) {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext
    const number = { size: 1, type: FLOAT }
    const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true }
    return {
      VERTICES: strip.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_from', size: 2, type: FLOAT },
        { name: 'a_to', size: 2, type: FLOAT },
        { name: 'a_radii', size: 2, type: FLOAT },
        { name: 'a_thickness', ...number },
        { name: 'a_curvature', ...number },
        { name: 'a_stroke', ...number },
        { name: 'a_directed', ...number },
        { name: 'a_color', ...colour },
        { name: 'a_id', ...colour },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_strip', size: 3, type: FLOAT }],
      CONSTANT_DATA: strip,
    }
  }

  override processVisibleItem(
    id: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & Partial<EdgeLook>,
  ): void {
    const { array } = this
    let at = start
    array[at++] = source.x
    array[at++] = source.y
    array[at++] = target.x
    array[at++] = target.y
    array[at++] = source.size
    array[at++] = target.size
    array[at++] = data.size
    array[at++] = data.curvature ?? 0
    array[at++] = STROKE_CODE[data.stroke ?? 'solid']
    array[at++] = data.directed ? 1 : 0
    array[at++] = floatColor(data.color)
    array[at++] = id
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<Uniform>): void {
    gl.uniformMatrix3fv(at.u_matrix, false, params.matrix)
    gl.uniform1f(at.u_sizeRatio, params.sizeRatio)
    gl.uniform2f(at.u_dimensions, params.width, params.height)
    gl.uniform1f(at.u_pixelRatio, params.pixelRatio)
    gl.uniform1f(at.u_minEdgeThickness, params.minEdgeThickness)
    const { fadedEdge, isDimmed } = this.light()
    gl.uniform3f(at.u_faded, ...fadedEdge)
    gl.uniform1f(at.u_dimmed, isDimmed ? 1 : 0)
  }
}

const CURVED = stripOf(SEGMENTS)
/** Most relations stand alone between their ends: a strip of one piece is a quarter of the work where software draws. */
const STRAIGHT = stripOf(1)

/** @param light asked at every frame */
export function createEdgeProgram(shape: 'straight' | 'curved', light: () => Light) {
  return class extends FactProgram {
    override getDefinition() {
      return this.define(shape === 'curved' ? CURVED : STRAIGHT)
    }

    protected override light(): Light {
      return light()
    }
  }
}

/**
 * Draws nodes: a filled disc for an actor, a filled rounded square for a place, a hollow diamond for an event, each with its
 * icon. One program, so that one draw call shows every kind; shape and icon carry the meaning, colour only helps.
 */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { NodeShape } from './appearance.ts'
import type { DrawnEdge, DrawnNode } from './drawing.ts'
import { ATLAS_COLUMNS, type IconAtlas } from './icon-atlas.ts'
import type { Light } from './palette.ts'

/** What the reducer adds to Sigma's own display data. */
export interface NodeLook {
  readonly key: string
  readonly shape: NodeShape
  /** Colour of the icon. */
  readonly ink: string
  /** Colour of the shape's border. */
  readonly border: string
  /** Cell of the icon atlas. */
  readonly icon: number
  /** The outer ring that marks the selection. */
  readonly ringed: boolean
  /** A broken border: planned, possible or requested. */
  readonly broken: boolean
  /** A dot at the shoulder: the reader put it there. */
  readonly pinned: boolean
}

const SHAPE_CODE: Readonly<Record<NodeShape, number>> = { disc: 0, square: 1, diamond: 2 }

// language=GLSL
const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_fill;
attribute vec4 a_border;
attribute vec4 a_ink;
attribute vec4 a_id;
attribute float a_shape;
attribute float a_icon;
attribute float a_flags;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;
uniform vec3 u_paper;
uniform vec3 u_faded;
uniform float u_dimmed;

// Sigma packs colours with an alpha of at most 254.
const float OPAQUE = 255.0 / 254.0;

varying vec2 v_point;
varying float v_radius;
varying vec4 v_fill;
varying vec4 v_border;
varying vec4 v_ink;
varying vec4 v_id;
varying float v_shape;
varying float v_icon;
varying float v_flags;

void main() {
  v_radius = a_size / u_sizeRatio;
  // The selection's ring lies outside the shape.
  v_point = a_corner * (v_radius * 1.2 + (mod(a_flags, 2.0) > 0.5 ? 7.0 : 4.0));
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_point * 2.0 / u_dimensions, 0.0, 1.0);
  // A hollow shape stays hollow when it is dimmed.
  vec4 paper = vec4(u_paper, 1.0);
  vec4 faded = vec4(u_faded, 1.0);
  bool isHollow = a_shape > 1.5;
  v_fill = mix(a_fill, isHollow ? paper : faded, u_dimmed);
  v_border = mix(a_border, faded, u_dimmed);
  v_ink = mix(a_ink, isHollow ? faded : paper, u_dimmed);
  v_id = a_id;
  v_id.a *= OPAQUE;
  v_shape = a_shape;
  v_icon = a_icon;
  v_flags = a_flags;
}
`

// Lengths are CSS pixels. `away` is signed: negative inside the shape.
const FRAGMENT = `
precision highp float;

varying vec2 v_point;
varying float v_radius;
varying vec4 v_fill;
varying vec4 v_border;
varying vec4 v_ink;
varying vec4 v_id;
varying float v_shape;
varying float v_icon;
varying float v_flags;

uniform vec3 u_paper;
uniform vec3 u_accent;
uniform float u_pixelRatio;
uniform sampler2D u_icons;
uniform float u_iconsReady;

float roundedBox(vec2 p, float halfSide, float corner) {
  vec2 q = abs(p) - vec2(halfSide - corner);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

// How much of a pixel lies inside an edge that is away from its middle.
float within(float away) { return clamp(0.5 - away * u_pixelRatio, 0.0, 1.0); }

float signedDistance(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return roundedBox(p, r * 0.9, r * 0.28);
  vec2 turned = vec2(p.x + p.y, p.y - p.x) * 0.70710678;
  return roundedBox(turned, r * 0.86, r * 0.2);
}

vec4 over(vec4 below, vec3 color, float alpha) {
  return vec4(color * alpha, alpha) + below * (1.0 - alpha);
}

void main() {
  float away = signedDistance(v_point, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = away < 3.0 ? v_id : vec4(0.0);
  #else
  vec4 color = vec4(0.0);
  float ringed = mod(v_flags, 2.0);
  float broken = floor(mod(v_flags, 4.0) / 2.0);
  float pinned = floor(v_flags / 4.0);

  if (ringed > 0.5) color = over(color, u_accent, within(abs(away - 4.0) - 1.5));
  color = over(color, u_paper, within(away - 2.0));
  float border = max(1.25, v_radius * 0.13);
  float rim = 1.0;
  if (broken > 0.5) {
    float turn = atan(v_point.y, v_point.x) / 6.2831853 + 0.5;
    rim = step(0.42, fract(turn * 14.0));
  }
  float inside = within(away);
  color = over(color, mix(v_fill.rgb, v_border.rgb, rim), inside);
  color = over(color, v_fill.rgb, within(away + border));

  float reach = v_radius * (v_shape < 0.5 ? 0.66 : 0.62);
  vec2 cell = v_point / reach * 0.5 + 0.5;
  if (u_iconsReady > 0.5 && v_icon >= 0.0 && cell.x > 0.0 && cell.x < 1.0 && cell.y > 0.0 && cell.y < 1.0) {
    vec2 place = vec2(mod(v_icon, COLUMNS), floor(v_icon / COLUMNS));
    float mask = texture2D(u_icons, (place + vec2(cell.x, 1.0 - cell.y)) / COLUMNS).a;
    color = over(color, v_ink.rgb, mask * smoothstep(5.0, 8.0, v_radius));
  }
  if (pinned > 0.5) {
    float dot = length(v_point - vec2(v_radius * 0.74));
    color = over(color, u_paper, within(dot - 4.6));
    color = over(color, u_accent, within(dot - 3.0));
  }
  gl_FragColor = color;
  #endif
}
`.replaceAll('COLUMNS', ATLAS_COLUMNS.toFixed(1))

const UNIFORMS = [
  'u_matrix',
  'u_sizeRatio',
  'u_dimensions',
  'u_pixelRatio',
  'u_paper',
  'u_faded',
  'u_dimmed',
  'u_accent',
  'u_icons',
  'u_iconsReady',
] as const
type Uniform = (typeof UNIFORMS)[number]

/** @param light asked at every frame, so that another colour scheme or focus needs no new program */
export function createNodeProgram(atlas: IconAtlas, light: () => Light) {
  return class extends NodeProgram<Uniform, DrawnNode, DrawnEdge> {
    readonly #textures = new Map<
      WebGLRenderingContext | WebGL2RenderingContext,
      { texture: WebGLTexture; edition: number }
    >()

    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext
      const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true }
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_fill', ...colour },
          { name: 'a_border', ...colour },
          { name: 'a_ink', ...colour },
          { name: 'a_id', ...colour },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_icon', size: 1, type: FLOAT },
          { name: 'a_flags', size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      }
    }

    override processVisibleItem(id: number, start: number, data: NodeDisplayData & Partial<NodeLook>): void {
      const { array } = this
      let at = start
      array[at++] = data.x
      array[at++] = data.y
      array[at++] = data.size
      array[at++] = floatColor(data.color)
      array[at++] = floatColor(data.border ?? data.color)
      array[at++] = floatColor(data.ink ?? data.color)
      array[at++] = id
      array[at++] = SHAPE_CODE[data.shape ?? 'disc']
      array[at++] = data.icon ?? -1
      array[at++] = (data.ringed ? 1 : 0) + (data.broken ? 2 : 0) + (data.pinned ? 4 : 0)
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<Uniform>): void {
      const { paper, accent, faded, isDimmed } = light()
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix)
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio)
      gl.uniform2f(at.u_dimensions, params.width, params.height)
      gl.uniform1f(at.u_pixelRatio, params.pixelRatio)
      gl.uniform3f(at.u_paper, ...paper)
      gl.uniform3f(at.u_accent, ...accent)
      gl.uniform3f(at.u_faded, ...faded)
      gl.uniform1f(at.u_dimmed, isDimmed ? 1 : 0)
      this.#bindIcons(gl)
      gl.uniform1i(at.u_icons, 0)
      gl.uniform1f(at.u_iconsReady, atlas.edition > 0 ? 1 : 0)
    }

    #bindIcons(gl: WebGLRenderingContext | WebGL2RenderingContext): void {
      const known = this.#textures.get(gl)
      const texture = known?.texture ?? gl.createTexture()
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      if (known?.edition === atlas.edition) return
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, atlas.canvas)
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR)
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR)
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE)
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE)
      gl.generateMipmap(gl.TEXTURE_2D)
      this.#textures.set(gl, { texture, edition: atlas.edition })
    }

    override kill(): void {
      for (const [gl, { texture }] of this.#textures) gl.deleteTexture(texture)
      super.kill()
    }
  }
}

/** What a page draws beside its text: the lines of tables and small shapes, such as bullets. */

/** A line between cells, upright or flat, in the coordinates of the upright page. */
export interface Rule {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

export interface Drawing {
  flat: Rule[];
  upright: Rule[];
  /** Small filled shapes, about as wide as high. */
  dots: Rule[];
}

/** What pdf.js gives for the drawing of a page. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** The numbers that pdf.js has for what is used here. */
export interface OperatorNumbers {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  paintFormXObjectBegin: number;
  paintFormXObjectEnd: number;
  stroke: number;
  closeStroke: number;
  fill: number;
  eoFill: number;
  fillStroke: number;
  eoFillStroke: number;
  closeFillStroke: number;
  closeEOFillStroke: number;
}

/** A rule is at most so thick and at least so long, in points. */
const MAX_THICK = 2.5;
const MIN_LENGTH = 5;
/** A dot is so wide and high. */
const DOT = { min: 1.2, max: 9 };
/** A drawing with more parts than this is a picture. */
const MAX_PARTS = 20_000;
/** What each step of a path is followed by: moveTo, lineTo, two kinds of curves, close. */
const STEP_LENGTHS = [2, 2, 6, 4, 0];

type Matrix = readonly number[];

const times = (m: Matrix, t: Matrix): number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = t;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** The lines and dots of a page; nothing where it is a picture. @param viewport to the upright page */
export function readDrawing({ fnArray, argsArray }: Operators, ops: OperatorNumbers, viewport: Matrix): Drawing {
  const out: Drawing = { flat: [], upright: [], dots: [] };
  const nothing = { flat: [], upright: [], dots: [] };
  const stack: number[][] = [];
  let now: number[] = [...viewport];
  const strokes = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke]);
  const fills = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i] as readonly unknown[] | null;
    if (fn === ops.save) stack.push(now);
    else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) now = stack.pop() ?? now;
    else if (fn === ops.transform) now = times(now, args as Matrix);
    else if (fn === ops.paintFormXObjectBegin) {
      stack.push(now);
      if (Array.isArray(args?.[0])) now = times(now, args[0] as Matrix);
    } else if (fn === ops.constructPath && args !== null) {
      const [paint, paths, bounds] = args as [number, ArrayLike<ArrayLike<number> | null>, ArrayLike<number> | null];
      const filled = fills.has(paint);
      const stroked = strokes.has(paint);
      if (!filled && !stroked) continue;
      const whole = bounds ? box(now, bounds) : null;
      if (whole && filled && isDot(whole)) out.dots.push(whole);
      else if (whole && !add(out, whole) && stroked) for (const edge of edges(now, paths[0])) add(out, edge);
      if (out.flat.length + out.upright.length + out.dots.length > MAX_PARTS) return nothing;
    }
  }
  return out;
}

/** Corners of a box in the page: left, top, right, bottom. */
function box(m: Matrix, bounds: ArrayLike<number>): Rule | null {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
  return between(point(m, x0, y0), point(m, x1, y1));
}

function between([ax, ay]: [number, number], [bx, by]: [number, number]): Rule | null {
  if (![ax, ay, bx, by].every(Number.isFinite)) return null;
  return { x0: Math.min(ax, bx), x1: Math.max(ax, bx), y0: Math.min(ay, by), y1: Math.max(ay, by) };
}

const point = (m: Matrix, x: number, y: number): [number, number] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  return [a * x + c * y + e, b * x + d * y + f];
};

function isDot({ x0, x1, y0, y1 }: Rule): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const sized = [width, height].every((side) => side >= DOT.min && side <= DOT.max);
  return sized && width / height > 0.65 && width / height < 1.55;
}

/** Adds a thin and long box as a rule; false if it is none. */
function add(out: Drawing, rule: Rule): boolean {
  const [width, height] = [rule.x1 - rule.x0, rule.y1 - rule.y0];
  if (height <= MAX_THICK && width >= MIN_LENGTH) out.flat.push(rule);
  else if (width <= MAX_THICK && height >= MIN_LENGTH) out.upright.push(rule);
  else return false;
  return true;
}

/** The straight parts of a path. */
function edges(m: Matrix, path: ArrayLike<number> | null | undefined): Rule[] {
  const out: Rule[] = [];
  if (!path || path.length > MAX_PARTS) return out;
  let start: [number, number] | null = null;
  let at: [number, number] | null = null;
  for (let i = 0; i < path.length; ) {
    const step = path[i] as number;
    const length = STEP_LENGTHS[step];
    if (length === undefined) return out;
    const next: [number, number] | null =
      step === 4 ? start : point(m, path[i + length - 1] as number, path[i + length] as number);
    if (step === 0) start = next;
    else if (at && next && (step === 1 || step === 4)) {
      const edge = between(at, next);
      if (edge) out.push(edge);
    }
    at = next;
    i += length + 1;
  }
  return out;
}

import { base64, base64Of } from '../base64.ts';
import { type Area, type Drawing, HALO, INK, pathOf, type Shape, type Words } from './shapes.ts';

/** SVG with its words as text. */
export function svgOf({ width, height, shapes }: Drawing, fontFamily: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(fontFamily)}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...shapes.map(elementOf),
    '</svg>',
  ].join('\n');
}

function elementOf(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, fill, stroke = 'none' } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${stroke}"/>`;
    }
    case 'area':
      return `<path d="${pathOf(shape)}" fill="${shape.fill}" fill-rule="evenodd" stroke="${shape.stroke}"/>`;
    case 'stroke': {
      const { from, to, color, width } = shape;
      return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${color}" stroke-width="${width}"/>`;
    }
    case 'words': {
      const { x, y, text, size, bold = false, anchor = 'start', fill = INK, halo } = shape;
      const around = halo === undefined ? '' : ` stroke="${halo}" stroke-width="${HALO}" stroke-linejoin="round" paint-order="stroke"`;
      const weight = bold ? ' font-weight="700"' : '';
      return `<text x="${x}" y="${y}" font-size="${size}"${weight} text-anchor="${anchor}" fill="${fill}"${around}>${escaped(text)}</text>`;
    }
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** SVG or PNG (at `density` dots for a pixel of the screen) in base64. */
export function drawingFile(drawing: Drawing, format: 'svg' | 'png', fontFamily: string, density: number): string {
  if (format === 'svg') return base64(new TextEncoder().encode(svgOf(drawing, fontFamily)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawing.width * density);
  canvas.height = Math.round(drawing.height * density);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(density, density);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, drawing.width, drawing.height);
  for (const shape of drawing.shapes) paint(context, shape, fontFamily);
  return base64Of(canvas.toDataURL('image/png'));
}

function paint(context: CanvasRenderingContext2D, shape: Shape, fontFamily: string): void {
  switch (shape.kind) {
    case 'box':
      context.fillStyle = shape.fill;
      context.fillRect(shape.x, shape.y, shape.width, shape.height);
      if (shape.stroke === undefined) return;
      context.strokeStyle = shape.stroke;
      context.lineWidth = 1;
      context.strokeRect(shape.x, shape.y, shape.width, shape.height);
      return;
    case 'area':
      paintArea(context, shape);
      return;
    case 'stroke':
      context.strokeStyle = shape.color;
      context.lineWidth = shape.width;
      context.beginPath();
      context.moveTo(...shape.from);
      context.lineTo(...shape.to);
      context.stroke();
      return;
    case 'words':
      paintWords(context, shape, fontFamily);
  }
}

function paintArea(context: CanvasRenderingContext2D, { rings, fill, stroke }: Area): void {
  context.beginPath();
  for (const [first, ...others] of rings) {
    if (first === undefined) continue;
    context.moveTo(...first);
    for (const point of others) context.lineTo(...point);
    context.closePath();
  }
  context.fillStyle = fill;
  context.fill('evenodd');
  context.strokeStyle = stroke;
  context.lineWidth = 1;
  context.stroke();
}

function paintWords(context: CanvasRenderingContext2D, shape: Words, fontFamily: string): void {
  context.font = `${shape.bold === true ? 700 : 400} ${shape.size}px ${fontFamily}`;
  context.textAlign = ALIGN[shape.anchor ?? 'start'];
  if (shape.halo !== undefined) {
    context.strokeStyle = shape.halo;
    context.lineWidth = HALO;
    context.lineJoin = 'round';
    context.strokeText(shape.text, shape.x, shape.y);
  }
  context.fillStyle = shape.fill ?? INK;
  context.fillText(shape.text, shape.x, shape.y);
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

import type { ReactElement } from 'react';
import { type Drawing, HALO, INK, pathOf, type Shape } from './shapes.ts';

export interface DrawingViewProps {
  readonly drawing: Drawing;
  /** What those hear who do not see it. */
  readonly label: string;
  readonly className: string;
}

/** A drawing on the page or on paper, as wide as its place allows. Its look stands in attributes: the page's policy refuses styles. */
export function DrawingView({ drawing: { width, height, shapes }, label, className }: DrawingViewProps): ReactElement {
  return (
    <svg className={className} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {shapes.map((shape, index) => (
        // A drawing is made anew as a whole.
        // oxlint-disable-next-line react/no-array-index-key -- a shape has no name
        <One key={index} shape={shape} />
      ))}
    </svg>
  );
}

function One({ shape }: { readonly shape: Shape }): ReactElement {
  switch (shape.kind) {
    case 'box':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={shape.fill} stroke={shape.stroke ?? 'none'} />;
    case 'area':
      return <path d={pathOf(shape)} fill={shape.fill} fillRule="evenodd" stroke={shape.stroke} />;
    case 'stroke':
      return (
        <line x1={shape.from[0]} y1={shape.from[1]} x2={shape.to[0]} y2={shape.to[1]} stroke={shape.color} strokeWidth={shape.width} />
      );
    case 'words':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.bold === true ? 700 : 400}
          textAnchor={shape.anchor ?? 'start'}
          fill={shape.fill ?? INK}
          {...(shape.halo === undefined ? {} : { stroke: shape.halo, strokeWidth: HALO, strokeLinejoin: 'round', paintOrder: 'stroke' })}
        >
          {shape.text}
        </text>
      );
  }
}

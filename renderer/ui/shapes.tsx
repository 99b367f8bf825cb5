import type { ReactElement, ReactNode } from 'react';

interface ShapeProps {
  readonly 'aria-hidden': 'true';
}

/** Shapes of states that the icon set does not have, drawn in the colour of the text. */
function Drawn({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <span className="anticon" aria-hidden="true">
      <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.6">
        {children}
      </svg>
    </span>
  );
}

/** ○ */
export const Circle = (_props: ShapeProps): ReactElement => (
  <Drawn>
    <circle cx="8" cy="8" r="6" />
  </Drawn>
);

/** ◐ */
export const HalfCircle = (_props: ShapeProps): ReactElement => (
  <Drawn>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 2 A6 6 0 0 0 8 14 Z" fill="currentColor" stroke="none" />
  </Drawn>
);

/** ◌: what may still change. */
export const DashedCircle = (_props: ShapeProps): ReactElement => (
  <Drawn>
    <circle cx="8" cy="8" r="6" strokeDasharray="2.6 2.1" />
  </Drawn>
);

/** ▤ */
export const Lines = (_props: ShapeProps): ReactElement => (
  <Drawn>
    <rect x="2.5" y="2.5" width="11" height="11" />
    <path d="M5 6 H11 M5 8.5 H11 M5 11 H11" />
  </Drawn>
);

/** ‖ */
export const Bars = (_props: ShapeProps): ReactElement => (
  <Drawn>
    <path d="M5.5 3 V13 M10.5 3 V13" strokeWidth="2.4" />
  </Drawn>
);

/** ≠ */
export const Unequal = (_props: ShapeProps): ReactElement => (
  <Drawn>
    <path d="M2.5 6 H13.5 M2.5 10.5 H13.5 M11 2.5 L5 14" />
  </Drawn>
);

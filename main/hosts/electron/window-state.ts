import type { Bounds } from './memory.ts';

/** Smallest window the interface is made for. */
export const MINIMUM = { width: 1100, height: 680 } as const;

const USUAL = { width: 1440, height: 900 } as const;

/** So much of the window has to lie on a display for a person to get hold of it. */
const VISIBLE = 100;

/**
 * Where the window opens: where it was, if a display still shows it there, never larger than that display; else in the middle of the
 * first display. `displays` are the work areas, the main one first.
 */
export function placeWindow(remembered: Bounds | null, displays: readonly Bounds[]): Bounds {
  const [main = { x: 0, y: 0, ...USUAL }] = displays;
  const display = remembered === null ? undefined : displays.find((candidate) => overlap(remembered, candidate));
  if (remembered === null || display === undefined) return centred(main);
  const width = clamp(remembered.width, Math.min(MINIMUM.width, display.width), display.width);
  const height = clamp(remembered.height, Math.min(MINIMUM.height, display.height), display.height);
  return {
    x: clamp(remembered.x, display.x, display.x + display.width - width),
    y: clamp(remembered.y, display.y, display.y + display.height - height),
    width,
    height,
  };
}

function centred(display: Bounds): Bounds {
  const width = Math.min(USUAL.width, display.width);
  const height = Math.min(USUAL.height, display.height);
  return {
    x: display.x + Math.floor((display.width - width) / 2),
    y: display.y + Math.floor((display.height - height) / 2),
    width,
    height,
  };
}

function overlap(window: Bounds, display: Bounds): boolean {
  const across = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const down = Math.min(window.y + window.height, display.y + display.height) - Math.max(window.y, display.y);
  return across >= VISIBLE && down >= VISIBLE;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

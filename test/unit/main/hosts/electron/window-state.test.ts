import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../../../main/hosts/electron/window-state.ts';

const MAIN = { x: 0, y: 0, width: 1920, height: 1040 };
const LEFT = { x: -1280, y: 0, width: 1280, height: 984 };

describe('where the window opens', () => {
  it('the first time in the middle of the main display', () => {
    expect(placeWindow(null, [MAIN, LEFT])).toEqual({ x: 240, y: 70, width: 1440, height: 900 });
  });

  it('where it was, also on the second display', () => {
    const bounds = { x: -1270, y: 30, width: 1200, height: 800 };
    expect(placeWindow(bounds, [MAIN, LEFT])).toEqual(bounds);
  });

  it('in the middle again when its display is gone', () => {
    expect(placeWindow({ x: -1270, y: 30, width: 1200, height: 800 }, [MAIN])).toEqual({ x: 240, y: 70, width: 1440, height: 900 });
  });

  it('always on a display, never larger than it', () => {
    const bounds = fc.record({
      x: fc.integer({ min: -9000, max: 9000 }),
      y: fc.integer({ min: -9000, max: 9000 }),
      width: fc.integer({ min: -10, max: 9000 }),
      height: fc.integer({ min: -10, max: 9000 }),
    });
    const displays = [MAIN, LEFT, { x: 1920, y: 200, width: 1024, height: 600 }];
    fc.assert(
      fc.property(fc.option(bounds), (remembered) => {
        const placed = placeWindow(remembered, displays);
        expect(
          displays.some(
            (display) =>
              placed.x >= display.x &&
              placed.y >= display.y &&
              placed.x + placed.width <= display.x + display.width &&
              placed.y + placed.height <= display.y + display.height,
          ),
        ).toBe(true);
        expect(placed.width).toBeGreaterThanOrEqual(1024);
      }),
    );
  });
});

/** How one line of a drawing looks; no two are alike in black and white. */
export interface LineLook {
  readonly symbol: string;
  readonly symbolSize: number;
  readonly color: string;
  readonly lineStyle: { readonly width: number; readonly type: 'solid' | 'dashed' | 'dotted' | readonly number[] };
}

/** Filled and hollow marks in turn, each with a stroke of its own. */
export const LINE_LOOKS: readonly LineLook[] = [
  { symbol: 'circle', symbolSize: 8, color: '#1f4e8c', lineStyle: { width: 2.5, type: 'solid' } },
  { symbol: 'emptyRect', symbolSize: 8, color: '#5a6474', lineStyle: { width: 1.75, type: 'dashed' } },
  { symbol: 'triangle', symbolSize: 9, color: '#9c5d00', lineStyle: { width: 1.75, type: 'dotted' } },
  { symbol: 'emptyDiamond', symbolSize: 10, color: '#1d6b3a', lineStyle: { width: 1.75, type: [10, 3, 2, 3] } },
  { symbol: 'rect', symbolSize: 7, color: '#7a1f5c', lineStyle: { width: 1.25, type: 'solid' } },
  { symbol: 'emptyTriangle', symbolSize: 9, color: '#1c2430', lineStyle: { width: 1.25, type: [3, 3, 12, 3] } },
];

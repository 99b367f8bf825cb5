/** 数的界: `scale` is what there is in points in all (满分), where the scheme gives points; `total` what the rule itself shares out. */
export type Bound = string;

export interface NumberWidget {
  readonly kind: 'number';
  /** The name of a parameter may stand in its place. */
  readonly parameter: boolean;
  readonly integer: boolean;
  readonly percent: boolean;
  /** Words that may stand in its place: rest, target. */
  readonly words: readonly string[];
  readonly min: Bound | null;
  readonly max: Bound | null;
  /** The lower bound itself is out. */
  readonly above: boolean;
}

/** What a name is of. `out`: what a scheme gives, `row`: a row of a list of the plan. */
export type Names = 'measure' | 'grade' | 'out' | 'row';

export interface TextWidget {
  readonly kind: 'text';
  /** Of what it is the name, where a form can offer those there are. */
  readonly names: Names | null;
  readonly pattern: string | null;
}

/** How a value of a rule is entered; it follows from the schema of the rule. */
export type Widget =
  | NumberWidget
  | TextWidget
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'flag' }
  /** One text or several: 条款. */
  | { readonly kind: 'words' }
  | { readonly kind: 'list'; readonly item: Widget }
  /** 一行: so many values side by side. */
  | { readonly kind: 'tuple'; readonly items: readonly Widget[] }
  /** 名称和值. */
  | { readonly kind: 'map'; readonly keys: Names | null; readonly value: Widget }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** One of several ways of writing it. */
  | { readonly kind: 'either'; readonly options: readonly Widget[] }
  /** A rule or a condition inside the rule; it has a form of its own. */
  | { readonly kind: 'part'; readonly part: InnerPart };

/** `key`: what is ranked by, which may say its own order. */
export type InnerPart = 'node' | 'condition' | 'key';

export interface Field {
  readonly key: string;
  readonly widget: Widget;
  readonly required: boolean;
  /** What counts where nothing is written; null where nothing does. */
  readonly fallback: string | null;
}

import { greatest, least, Rational, ZERO } from '../../numbers/rational.ts';
import { type Explained, valueOf } from '../base/explain.ts';
import type { Raw } from '../base/records.ts';
import type { RawOf } from './raw-rules.ts';
import { type Bounds, fullOf, statedBounds, UNKNOWN } from './stated-amounts.ts';

/**
 * 区间: between which amounts a total lies once what it lacks is there, from the rules alone. What is missing may prove 不涉及, so that it gives
 * nothing. A rule that says nothing of it sets no bound; a total that is final has its value for both.
 */
export function totalBounds(total: Explained, rawOf: RawOf): Bounds {
  return nodeBounds(total, rawOf, UNKNOWN_IS_NOTHING.no);
}

/** Something in it counts as 0 for as long as it is missing. */
export const isMarked = (node: Explained): boolean => node.code === 'figureZero' || node.children.some(isMarked);

/** Whether a part that is left out stands as 0 in what is made of it. */
const UNKNOWN_IS_NOTHING = { yes: true, no: false } as const;

function nodeBounds(node: Explained, rawOf: RawOf, part: boolean): Bounds {
  const value = valueOf(node);
  if (value !== null && !isMarked(node)) return { low: value, high: value };
  if (node.outcome.state === 'notApplicable' || node.outcome.state === 'none') return { low: ZERO, high: ZERO };
  if (node.code === 'listedRow' || node.code === 'listedRowOpen') return { low: value ?? ZERO, high: fullOf(node, rawOf) };
  const raw = rawOf(node.path);
  if (node.code === 'limitOpen' || typeof raw['floor'] === 'string' || typeof raw['cap'] === 'string') return UNKNOWN;
  const inner = node.children[0];
  const within =
    value !== null && inner !== undefined && LIMITING.has(node.code) ? nodeBounds(inner, rawOf, part) : bodyBounds(node, raw, rawOf);
  const bounds = limited(within, raw);
  return part && value === null ? orNothing(bounds) : bounds;
}

const LIMITING: ReadonlySet<string> = new Set(['floor', 'cap', 'round']);

const orNothing = ({ low, high }: Bounds): Bounds => ({
  low: low === null ? null : least(low, ZERO),
  high: high === null ? null : greatest(high, ZERO),
});

const plus = (left: Rational, right: Rational): Rational => left.plus(right);

function bodyBounds(node: Explained, raw: Raw, rawOf: RawOf): Bounds {
  const parts = node.children.map((child) => nodeBounds(child, rawOf, true));
  switch (node.code) {
    case 'sum':
    case 'sumFolded':
    case 'sumOpen':
      return raw['fold'] === undefined || raw['fold'] === false ? added(parts) : folded(node, raw, rawOf);
    case 'rows':
    case 'rowsOpen':
    case 'periodsOpen':
    case 'periodsSum':
    case 'onePeriod':
      return added(parts);
    case 'eachSum':
    case 'eachSumOpen':
      // Limits that are written there stand around the sum.
      return added(node.children.map((child) => nodeBounds(child, (path) => withoutLimits(rawOf(path)), true)));
    case 'weighted':
    case 'weightedOpen':
      return weightedBounds(node, raw, rawOf);
    case 'meanOpen':
    case 'minOpen':
    case 'maxOpen':
      return chosenBounds(node, rawOf);
    case 'firstOpen':
    case 'zeroSumOpen':
    case 'vetoOpen':
    case 'yearEndOpen':
      return UNKNOWN;
    default:
      return statedBounds(raw);
  }
}

const withoutLimits = ({ floor: _floor, cap: _cap, round: _round, ...rest }: Raw): Raw => rest;

const added = (bounds: readonly Bounds[]): Bounds => ({
  low: all(
    bounds.map(({ low }) => low),
    plus,
  ),
  high: all(
    bounds.map(({ high }) => high),
    plus,
  ),
});

/** Of one of several, or of their mean: between the least and the greatest of them. One that is known cannot be passed by the worse, or fallen short of by the better. */
function chosenBounds({ code, children }: Explained, rawOf: RawOf): Bounds {
  const parts = children
    .filter(({ outcome }) => outcome.state !== 'notApplicable')
    .map((child) => ({ ...nodeBounds(child, rawOf, true), value: valueOf(child) }));
  const known = parts.filter(({ value }) => value !== null);
  const [lows, highs] = [parts.map(({ low }) => low), parts.map(({ high }) => high)];
  const outer = { low: all(lows, least), high: all(highs, greatest) };
  if (known.length === 0 || code === 'meanOpen') return outer;
  return code === 'minOpen'
    ? {
        ...outer,
        high: all(
          known.map(({ high }) => high),
          least,
        ),
      }
    : {
        ...outer,
        low: all(
          known.map(({ low }) => low),
          greatest,
        ),
      };
}

function weightedBounds(node: Explained, raw: Raw, rawOf: RawOf): Bounds {
  const list: readonly unknown[] = Array.isArray(raw['weighted']) ? raw['weighted'] : [];
  const weights = list.map((pair) => (Array.isArray(pair) ? Number(pair[0]) : Number.NaN));
  const usable = weights.length === node.children.length && weights.every((weight) => weight >= 0) && raw['fold'] !== true;
  if (!usable) return UNKNOWN;
  return added(
    node.children.map((child, index) => {
      const [{ low, high }, weight] = [nodeBounds(child, rawOf, true), Rational.of(weights[index] ?? 0)];
      return { low: low?.times(weight) ?? null, high: high?.times(weight) ?? null };
    }),
  );
}

/**
 * 缺项折算: what applies counts for the whole. Of parts that lie between 0 and their full marks the total is least where every missing one gives
 * nothing and greatest where it gives everything: leaving one out never goes beyond either.
 */
function folded(node: Explained, raw: Raw, rawOf: RawOf): Bounds {
  const parts = node.children
    .filter(({ outcome }) => outcome.state !== 'notApplicable')
    .map((child) => ({ ...nodeBounds(child, rawOf, true), full: fullOf(child, rawOf) }));
  const whole = typeof raw['fold'] === 'number' ? Rational.of(raw['fold']) : fullOf(node, rawOf);
  const counted = all(
    parts.map(({ full }) => full),
    plus,
  );
  const { low, high } = added(parts);
  if (whole === null || counted === null || counted.sign <= 0 || low === null || high === null) return UNKNOWN;
  if (parts.some((one) => one.low === null || one.low.sign < 0)) return UNKNOWN;
  const scaled = (amount: Rational): Rational => amount.times(whole).div(counted);
  return { low: scaled(low), high: least(scaled(high), whole) };
}

/** 下限、上限、修约, in this order. A limit bounds also what nothing else is known of. */
function limited({ low, high }: Bounds, raw: Raw): Bounds {
  const floor = typeof raw['floor'] === 'number' ? Rational.of(raw['floor']) : null;
  const cap = typeof raw['cap'] === 'number' ? Rational.of(raw['cap']) : null;
  const round = typeof raw['round'] === 'number' ? raw['round'] : null;
  const least0 = low ?? floor;
  const most0 = high ?? cap;
  const within = (amount: Rational | null): Rational | null => {
    if (amount === null) return null;
    const raised = floor === null ? amount : greatest(amount, floor);
    const cut = cap === null ? raised : least(raised, cap);
    return round === null ? cut : cut.round(round);
  };
  return { low: within(least0), high: within(most0) };
}

/** Null as soon as one of them is not known; 0 of none. */
function all(values: readonly (Rational | null)[], combine: (left: Rational, right: Rational) => Rational): Rational | null {
  const known = values.flatMap((value) => value ?? []);
  const [first, ...others] = known;
  if (known.length < values.length) return null;
  return first === undefined ? ZERO : others.reduce(combine, first);
}

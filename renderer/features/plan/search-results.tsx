import type { ReactElement } from 'react';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { partName, planText } from '../../../shared/text/ui/plan-text.ts';
import { highlighted, PLAN_PLACES, type PlanPlace } from './search.ts';

export interface SearchResultsProps {
  readonly plan: Plan;
  readonly found: readonly PlanPlace[];
  readonly query: string;
  readonly onOpen: (tab: PlanPlace['tab'], at: string) => void;
}

/** What was found, by part of the plan; each place leads to its row. */
export function SearchResults({ plan, found, query, onOpen }: SearchResultsProps): ReactElement {
  const groups = PLAN_PLACES.map((tab) => ({ tab, places: found.filter((place) => place.tab === tab) })).filter(
    (group) => group.places.length > 0,
  );
  return (
    <div className="plan-found">
      <p role="status">{planText.searchCount(found.length)}</p>
      {groups.map((group) => (
        <section key={group.tab} aria-label={partName(group.tab, plan)}>
          <h2>{planText.tabCount(partName(group.tab, plan), group.places.length)}</h2>
          <ul>
            {group.places.map((place) => (
              <li key={place.at}>
                <button type="button" className="found-place" onClick={() => onOpen(place.tab, place.at)}>
                  <span className="found-where">{place.place}</span>
                  <span>
                    {highlighted(place.text, query).map((piece, index) =>
                      piece.found ? <mark key={`${index} ${piece.text}`}>{piece.text}</mark> : piece.text,
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

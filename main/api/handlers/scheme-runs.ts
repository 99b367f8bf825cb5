import type { schemeRunsMethods } from '../../../shared/contract/scheme-runs.ts';
import { scoreScheme } from '../../services/scheme-runs/score-scheme.ts';
import { schemeSensitivity } from '../../services/scheme-runs/sensitivity-scheme.ts';
import { supposeScheme } from '../../services/scheme-runs/what-if-scheme.ts';
import { signedState } from '../../services/years/signed-moves.ts';
import type { Handlers } from '../handler.ts';

export const schemeRunsHandlers: Handlers<typeof schemeRunsMethods> = {
  'scheme.score': (context, { year, scheme }) => ({
    ...scoreScheme(context.work(), year, scheme),
    signed: scheme === undefined ? signedState(context.work(), year) : null,
  }),
  'scheme.whatif': (context, request) => supposeScheme(context.work(), request),
  'scheme.sensitivity': (context, request) => schemeSensitivity(context.work(), request),
};

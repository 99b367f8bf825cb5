import type { schemeEditMethods } from '../../../shared/contract/scheme-edit.ts';
import { languageForms } from '../../../shared/domain/schemes/form/language-forms.ts';
import { draftOf } from '../../services/scheme-edit/edited-data.ts';
import { beginScheme, publishedSchemes, saveVersion } from '../../services/scheme-edit/save-version.ts';
import { showDifference, showExample, showOutline } from '../../services/scheme-edit/show-edited.ts';
import { tryEdited } from '../../services/scheme-edit/try-edited.ts';
import type { Handlers } from '../handler.ts';

export const schemeEditHandlers: Handlers<typeof schemeEditMethods> = {
  'schemes.language': () => languageForms(),
  'schemes.draft': (context, { id, number }) => draftOf(context.work().work.handle, id, number ?? null),
  'schemes.outline': (_context, { data, kind }) => showOutline(data, kind),
  'schemes.example': (_context, request) => showExample(request),
  'schemes.trial': (context, request) => tryEdited(context.work(), request),
  'schemes.differ': (context, request) => showDifference(context.work().work.handle, request),
  'schemes.published': (context) => publishedSchemes(context.environment),
  'schemes.edit': (context, request) => saveVersion(context.work(), request),
  'schemes.begin': (context, request) => beginScheme(context.work(), request),
};

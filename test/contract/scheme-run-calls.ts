const YEAR = 2024;

/** Calls of the methods about results of any scheme. */
export const schemeRunCalls = {
  'scheme.score': () => ({ year: YEAR, scheme: 'default-2024' }),
  'scheme.whatif': () => ({ year: YEAR, scheme: 'ranking-2024', changes: ['清平镇@2024-07/pm25=30'] }),
  'scheme.sensitivity': () => ({ year: YEAR, scheme: 'ranking-2024' }),
};

import type { stationsMethods } from '../../../shared/contract/stations.ts';
import { readSource } from '../../services/plan-book/read-source.ts';
import { importRegister, previewRegister } from '../../services/monitoring/stations/import-register.ts';
import { listStations } from '../../services/monitoring/stations/list-stations.ts';
import { assignName, setStation } from '../../services/monitoring/stations/say-stations.ts';
import type { Handlers } from '../handler.ts';

export const stationsHandlers: Handlers<typeof stationsMethods> = {
  'stations.list': (context) => listStations(context.work()),
  'stations.set': (context, request) => setStation(context.work(), request),
  'stations.read': async (context, { source, passwords }) => {
    const work = context.work();
    return previewRegister(work, await readSource(context.tables, await context.grants.sources([source]), passwords));
  },
  'stations.import': async (context, { source, passwords, ...request }) => {
    const work = context.work();
    return importRegister(work, await readSource(context.tables, await context.grants.sources([source]), passwords), request);
  },
  'stations.assign': (context, request) => assignName(context.work(), request),
};

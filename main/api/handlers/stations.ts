import type { stationsMethods } from '../../../shared/contract/stations.ts';
import { listStations } from '../../services/monitoring/stations/list-stations.ts';
import { assignName, setStation } from '../../services/monitoring/stations/say-stations.ts';
import type { Handlers } from '../handler.ts';

export const stationsHandlers: Handlers<typeof stationsMethods> = {
  'stations.list': (context) => listStations(context.work()),
  'stations.set': (context, request) => setStation(context.work(), request),
  'stations.assign': (context, request) => assignName(context.work(), request),
};

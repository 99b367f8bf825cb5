import type { samplesMethods } from '../../../shared/contract/check.ts';
import { checkpoint } from '../../jobs/progress.ts';
import { writeMonitoringSamples } from '../../services/samples/write-monitoring.ts';
import { writeSampleList } from '../../services/samples/write-list.ts';
import { writeSamples } from '../../services/samples/write-samples.ts';
import type { Handlers } from '../handler.ts';

export const samplesHandlers: Handlers<typeof samplesMethods> = {
  'samples.write': (context, { year, folder }, job) => writeSamples(context.work(), context.grants.outputFolder(folder), year, job),
  'samples.list': async (context, { year, file }, job) => {
    await checkpoint(job);
    return writeSampleList(context.work(), context.grants.outputFile(file), year);
  },
  'samples.monitoring': (context, { folder }, job) => writeMonitoringSamples(context.work(), context.grants.outputFolder(folder), job),
};

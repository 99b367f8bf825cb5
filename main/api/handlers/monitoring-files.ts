import type { monitoringFilesMethods } from '../../../shared/contract/monitoring-files.ts';
import { decideMonitoringFile } from '../../services/monitoring/register/decide-file.ts';
import { findingsOfMonitoringFile, listMonitoringFiles } from '../../services/monitoring/register/list-files.ts';
import type { Handlers } from '../handler.ts';

export const monitoringFilesHandlers: Handlers<typeof monitoringFilesMethods> = {
  'monitoring.files': (context) => listMonitoringFiles(context.work().work.handle),
  'monitoring.findings': (context, { number }) => findingsOfMonitoringFile(context.work().work.handle, number),
  'monitoring.withdraw': (context, request, job) => decideMonitoringFile(context.work(), 'withdraw', request, job),
  'monitoring.restore': (context, request, job) => decideMonitoringFile(context.work(), 'restore', request, job),
};

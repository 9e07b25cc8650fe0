import { deviceFaultsOf, type DeviceResult } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDayAndMonth } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';

interface DeviceResultLineProps {
  result: DeviceResult;
  testId: string;
}

/** How the client's last device test went, and when that was: what is wrong, or that all is well. */
export function DeviceResultLine({ result, testId }: DeviceResultLineProps) {
  const { t, language } = useTexts();
  const faults = deviceFaultsOf(result);
  const well = t(result.connection === null ? 'visit.devicesOpen' : 'visit.devicesWell');
  const found =
    faults.length === 0 ? well : faults.map((fault) => t(`visit.device_${fault}`)).join(', ');
  return (
    <div>
      <small data-testid={testId}>
        {result.testedAt === null
          ? t('visit.devicesTestedOnce', { found })
          : t('visit.devicesTested', {
              day: formatDayAndMonth(localDayOf(result.testedAt), language),
              found,
            })}
      </small>
    </div>
  );
}

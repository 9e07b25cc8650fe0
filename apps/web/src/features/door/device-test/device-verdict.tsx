import { deviceFaultsOf, type DeviceCheck, type DeviceFault } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { Notice } from '../../../ui/notice.js';

/** What the test found in all, in words; read aloud in its turn. Nothing while it goes on. */
export function DeviceVerdict({ result }: { result: DeviceCheck | undefined }) {
  const { t } = useTexts();
  const found = result === undefined ? [] : deviceFaultsOf(result);
  const faults = found.filter(isNotHelpedWith);
  return (
    <div role="status" data-testid="device-verdict">
      {result !== undefined && found.length === 0 && (
        <Notice
          isInRegion
          label={t(result.connection === null ? 'deviceTest.allWellSoFar' : 'deviceTest.allWell')}
        >
          {t('deviceTest.allWellText')}
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice isInRegion status="warning" label={t('deviceTest.notAllWell')}>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{t(`deviceTest.fault_${fault}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** A device that did not open has its own help, with what to do. */
function isNotHelpedWith(fault: DeviceFault): boolean {
  return fault === 'microphone_silent' || !/^(?:camera|microphone)_/.test(fault);
}

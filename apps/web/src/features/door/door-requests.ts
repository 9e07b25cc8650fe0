import type {
  DeviceCheck,
  DoorSession,
  DoorView,
  Language,
  MeetingAccess,
  StartIdentificationResponse,
} from '@tapaamo/contracts';
import { get, post } from '../../api/request.js';

/** What the link leads to. Changes nothing. */
export function look(link: string): Promise<DoorView> {
  return post<DoorView>('/api/door/look', { link });
}

/** The person acts: the link's secret becomes a session of this browser. */
export function openDoor(link: string, language: Language): Promise<DoorSession> {
  return post<DoorSession>('/api/door/open', { link, language });
}

/** Where the person stands behind the door. */
export function readDoorSession(): Promise<DoorSession> {
  return get<DoorSession>('/api/door');
}

/** Tells the result of the device test to the professional. */
export function sendDeviceCheck(check: DeviceCheck): Promise<void> {
  return post('/api/door/device-check', check);
}

/** Changes the language of the person's messages. */
export function chooseLanguage(language: Language): Promise<void> {
  return post('/api/door/language', { language });
}

/** Begins an identification; the browser is then sent to the answer's address. */
export function startIdentification(): Promise<StartIdentificationResponse> {
  return post<StartIdentificationResponse>('/api/identification/start');
}

/** Comes to the waiting room and gets access to the meeting node. */
export function enter(takeOver: boolean): Promise<MeetingAccess> {
  return post<MeetingAccess>('/api/door/enter', { takeOver });
}

/** Gives up the seat. */
export function leave(): Promise<void> {
  return post('/api/door/leave');
}

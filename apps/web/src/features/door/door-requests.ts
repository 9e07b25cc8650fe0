import type {
  DeviceCheck,
  DoorSession,
  DoorView,
  Language,
  MeetingAccess,
  StartIdentificationResponse,
} from '@tapaamo/contracts';
import { DOOR_PARTICIPANT_HEADER } from '@tapaamo/contracts';
import { get, getFile, post } from '../../api/request.js';

/**
 * Whom this tab is about, once it knows. A browser has one cookie for the door: a link opened in another tab must not
 * make this one act in that other visit.
 */
let ownParticipantId: string | undefined;

function meant(): Record<string, string> {
  return ownParticipantId === undefined ? {} : { [DOOR_PARTICIPANT_HEADER]: ownParticipantId };
}

function own(session: DoorSession): DoorSession {
  ownParticipantId = session.participantId;
  return session;
}

/** What the link leads to. Changes nothing. */
export function look(link: string): Promise<DoorView> {
  return post<DoorView>('/api/door/look', { link });
}

/** The person acts: the link's secret becomes a session of this browser. */
export async function openDoor(link: string, language: Language): Promise<DoorSession> {
  return own(await post<DoorSession>('/api/door/open', { link, language }));
}

/** Where the person stands behind the door. */
export async function readDoorSession(): Promise<DoorSession> {
  return own(await get<DoorSession>('/api/door', { headers: meant() }));
}

/** The visit as a file for the person's own calendar. */
export function readCalendarFile(): Promise<Blob> {
  return getFile('/api/door/calendar.ics', { headers: meant() });
}

/** Tells the result of the device test to the professional. */
export function sendDeviceCheck(check: DeviceCheck): Promise<void> {
  return post('/api/door/device-check', check, meant());
}

/** Changes the language of the person's messages. */
export function chooseLanguage(language: Language): Promise<void> {
  return post('/api/door/language', { language }, meant());
}

/** Begins an identification; the browser is then sent to the answer's address. */
export function startIdentification(): Promise<StartIdentificationResponse> {
  return post<StartIdentificationResponse>('/api/identification/start', {}, meant());
}

/** Comes to the waiting room and gets access to the meeting node. */
export function enter(takeOver: boolean): Promise<MeetingAccess> {
  return post<MeetingAccess>('/api/door/enter', { takeOver }, meant());
}

/** Gives up the seat. */
export function leave(): Promise<void> {
  return post('/api/door/leave', {}, meant());
}

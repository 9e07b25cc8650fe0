import type {
  EnterRequest,
  DeviceCheck,
  DoorSession,
  DoorView,
  IdentificationOutage,
  IdentificationProgress,
  Language,
  LeftDoor,
  MeetingAccess,
  MeetingQuality,
  StartIdentificationResponse,
} from '@tapaamo/contracts';
import { DOOR_PARTICIPANT_HEADER } from '@tapaamo/contracts';
import { get, getFile, post, postInBackground } from '../../api/request.js';
import type { DoorKey } from './door-state.js';

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

/** What the link or the code leads to. Changes nothing. */
export function look(held: DoorKey): Promise<DoorView> {
  return post<DoorView>(`${pathOf(held)}/look`, held);
}

/** The person acts: what they hold becomes a session of this browser. */
export async function openDoor(held: DoorKey, language: Language): Promise<DoorSession> {
  return own(await post<DoorSession>(`${pathOf(held)}/open`, { ...held, language }));
}

function pathOf(held: DoorKey): string {
  return 'link' in held ? '/api/door' : '/api/door/code';
}

/** Where the person stands behind the door. */
export async function readDoorSession(): Promise<DoorSession> {
  return own(await get<DoorSession>('/api/door', { headers: meant() }));
}

/** The visit as a file for the person's own calendar. */
export function readCalendarFile(): Promise<Blob> {
  return getFile('/api/door/calendar.ics', { headers: meant() });
}

/** The way to a place where the person sees and hears themselves. */
export function beginDeviceTest(): Promise<MeetingAccess> {
  return post<MeetingAccess>('/api/door/device-test', {}, meant());
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

/** What the person should know of the identification service before they leave to it. */
export function readOutage(language: Language): Promise<IdentificationOutage> {
  return get<IdentificationOutage>(`/api/identification/outage?language=${language}`, {
    headers: meant(),
  });
}

/** How far an identification has come that began in this session. */
export function readProgress(): Promise<IdentificationProgress> {
  return get<IdentificationProgress>('/api/identification/progress', { headers: meant() });
}

/** Fetches what was confirmed in another browser. */
export function pickUpIdentification(): Promise<void> {
  return post('/api/identification/pick-up', {}, meant());
}

/** Comes to the waiting room and gets access to the meeting node. */
export function enter(request: EnterRequest): Promise<MeetingAccess> {
  return post<MeetingAccess>('/api/door/enter', request, meant());
}

/** Says whether a student may follow the visit. */
export function answerObserver(participantId: string, agreed: boolean): Promise<void> {
  return post('/api/door/observers', { participantId, agreed }, meant());
}

/** Says how the meeting went. */
export function tellQuality(quality: MeetingQuality): Promise<void> {
  return post('/api/door/quality', { quality }, meant());
}

/** Gives up the seat and ends the session of this browser. */
export function leave(): Promise<LeftDoor> {
  return post<LeftDoor>('/api/door/leave', {}, meant());
}

/**
 * The same while the page goes away. A tab that does not know yet whom it is about gives up whatever this browser has:
 * who wants to be gone at once wants nothing left behind.
 */
export function leaveInBackground(): void {
  postInBackground('/api/door/leave', meant());
}

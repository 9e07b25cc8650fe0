import type { IceServer, MeetingAccess, NotificationBody } from '@tapaamo/contracts';
import { Store } from '../../../media/store.js';
import { Hands } from '../hands/hands.js';
import { Interpretation } from '../interpretation/interpretation.js';
import { unheardChannels } from '../interpretation/listening.js';
import { Conversation } from '../text/conversation.js';
import { LineMeter } from '../quality/line-meter.js';
import { trafficOf } from '../quality/traffic.js';
import type { DrawnPicture } from '../quality/picture-wishes.js';
import type {
  MeetingConnectionOptions,
  NotificationHandlers,
} from './meeting-connection-options.js';
import { MediaSession, type MediaSessionListener } from './media-session.js';
import {
  INITIAL_MEETING_STATE,
  reachedOf,
  withoutParticipant,
  withLine,
  withParticipant,
  withUnsent,
  type MeetingState,
} from './meeting-state.js';
import { prepareOwnDevice } from './own-device.js';
import { ScreenShare, type SharedScreen } from './screen-share.js';
import { withoutConsumer, withPaused, withTrack } from './remote-media.js';
import type { Ask } from './sender.js';
import { sendAll } from './send-all.js';
import { Seldom } from './seldom.js';
import { cannotDecode } from './signalling-refusal.js';
import { Signalling } from './signalling.js';
import { watchPage } from './watch-page.js';

/** Building anew stops for a second what flows; a source that fails every time must not do that to the others. */
const BETWEEN_REBUILDS_MS = 30_000;

/**
 * One person's connection to a meeting, from the waiting room to the end. It holds the line to the node and the media,
 * mends both when they break, and shows the state of everything in `store`.
 */
export class MeetingConnection {
  readonly store = new Store<MeetingState>(INITIAL_MEETING_STATE);
  /** What is written in the meeting, while this person is there. */
  readonly conversation = new Conversation((it) => this.#session?.texts.send(it) ?? false);
  /** Hands and reactions. */
  readonly hands = new Hands((name, body) => this.#signalling.request(name, body));
  /** What the person listens to while somebody interprets, and to whom an interpreter speaks. */
  readonly interpretation = new Interpretation(() => {
    this.#sendDevices();
    this.#holdUnheard();
  });
  readonly #signalling: Signalling;
  #ownId: string | undefined;
  #relays: IceServer[] = [];
  #session: MediaSession | undefined;
  /** Grows whenever the media is dropped, so that what belongs to an earlier build is known and ignored. */
  #turn = 0;
  #stopWatching: (() => void) | undefined;
  /** Builds all media anew, seldom however often it is asked for. */
  readonly rebuildSeldom = new Seldom(() => this.#rebuild(), BETWEEN_REBUILDS_MS);
  readonly #meter = new LineMeter({
    statistics: () => this.#session?.lineStatistics,
    traffic: () => trafficOf(this.store.get(), this.options.media.store.get()),
    ask: (name, body) => this.#signalling.request(name, body),
    changed: (ownLine) => {
      this.store.update({ ownLine });
      this.#sendDevices();
    },
    heard: (heard) => this.store.update({ heard }),
  });

  constructor(private readonly options: MeetingConnectionOptions) {
    this.#signalling = new Signalling({
      getAccess: (nodeSilent) => this.#access(nodeSilent),
      keptEpoch: () => this.#session?.epoch,
      lineChanged: (line) => this.store.update(withLine(line)),
      heldUp: (heldUp) => this.store.update({ heldUp }),
      refused: (code) => this.#stopFor(code),
      notified: (name, body) => (this.#handlers[name] as (body: unknown) => void)(body),
    });
    this.store.subscribe(() => this.conversation.setReached(reachedOf(this.store.get())));
    this.store.subscribe(() => this.store.get().line === 'connected' && prepareOwnDevice());
  }

  /** Begins, or begins anew after a stop. */
  start(): void {
    this.store.update({ ...INITIAL_MEETING_STATE });
    this.#stopWatching ??= this.#watchAround();
    this.#meter.start();
    void this.#signalling.start();
  }

  /** The person's own participant, once it is known. */
  get ownId(): string | undefined {
    return this.#ownId;
  }

  /** The media as it was built, with a line or without; undefined while there is none. */
  get session(): MediaSession | undefined {
    return this.#session;
  }

  /** Takes a new line with the media as it is, so that the seat belongs to the session of now. */
  renewLine(): void {
    this.#signalling.resync();
  }

  /** Ends the connection without giving up the seat: the page goes away. */
  stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#meter.stop();
    this.#dropSession();
    this.screen.stop();
    this.conversation.clear();
    this.hands.clear();
    this.#signalling.stop();
  }

  /** Leaves on purpose: the seat is given up. @returns Whether the node heard of it. */
  async leave(): Promise<boolean> {
    const told = await this.#signalling.request('leaveMeeting', {}).then(
      () => true,
      () => false,
    );
    this.#stopFor('left');
    return told;
  }

  /** A picture of somebody else is drawn otherwise: no more of it is received than is seen. */
  drawPicture(consumerId: string, drawn: DrawnPicture): void {
    this.#session?.pictures.draw(consumerId, drawn);
  }

  /** The person's shared screen. */
  readonly screen = new ScreenShare({ changed: (screen) => this.#screenChanged(screen) });

  readonly #ask: Ask = (name, body) => this.#signalling.request(name, body);

  readonly #handlers: NotificationHandlers = {
    admissionChanged: ({ admission, because }) => {
      if (admission !== 'admitted') {
        this.#dropSession();
      }
      // A new line is told anew of a delay, and whether a professional is there.
      this.store.update({ admission, because, delay: undefined, attended: undefined });
    },
    delayChanged: ({ delay }) => this.store.update({ delay: delay ?? undefined }),
    meetingReady: (ready) => {
      // Told anew after the join, if any is up.
      this.hands.set([]);
      this.store.update({
        admission: 'admitted',
        ownId: this.#ownId,
        others: ready.participants.filter(({ participantId }) => participantId !== this.#ownId),
      });
      void (this.#session?.epoch === ready.epoch
        ? this.#resume(this.#session)
        : this.#build(ready));
    },
    participantJoined: (participant) => this.#seat(participant),
    participantConnectionChanged: (participant) => this.#seat(participant),
    participantLeft: (gone) => {
      this.conversation.forgetTyping(gone.participantId);
      this.hands.forget(gone.participantId);
      this.store.update(withoutParticipant(this.store.get(), gone));
    },
    attendanceChanged: ({ attended }) => this.store.update({ attended }),
    consumerCreated: (description) => void this.#session?.receiver.receive(description),
    consumerClosed: ({ consumerId }) => {
      this.#session?.receiver.drop(consumerId);
      this.#forgetConsumer(consumerId);
    },
    consumerPaused: ({ consumerId }) => this.#setPaused(consumerId, true),
    consumerResumed: ({ consumerId }) => this.#setPaused(consumerId, false),
    handsChanged: ({ hands }) => this.hands.set(hands),
    reacted: ({ participantId, reaction }) => this.hands.show(participantId, reaction),
    readersChanged: ({ readers }) => this.store.update({ readers }),
    textCreated: (description) => void this.#session?.texts.receive(description),
    speakerChanged: ({ participantId }) =>
      this.store.update({ speaker: participantId ?? undefined }),
    lineChanged: (line) =>
      this.store.update({ lines: new Map(this.store.get().lines).set(line.participantId, line) }),
    visitEnded: (ended) => {
      this.stop();
      this.store.update({ ended });
    },
    connectionReplaced: () => this.#stopFor('replaced'),
    visitChanged: () => this.options.onVisitChanged?.(),
    doorChanged: () => this.options.onVisitChanged?.(),
  };

  async #access(nodeSilent: boolean): Promise<MeetingAccess> {
    const access = await this.options.getAccess(nodeSilent);
    this.#ownId = access.participantId;
    this.interpretation.belongTo(access.participantId);
    this.#relays = access.iceServers;
    this.#session?.useRelays(this.#relays);
    return access;
  }

  /** The line was lost alone: the media is as it was, and only what was missed is caught up with. */
  async #resume(session: MediaSession): Promise<void> {
    this.#meter.tellAgain();
    // What is not well is told again.
    this.store.update({ path: session.path, lines: INITIAL_MEETING_STATE.lines });
    await session.resume();
  }

  /** Builds the media for what the node made ready. Whatever was before belongs to a dead epoch. */
  async #build(ready: NotificationBody<'meetingReady'>): Promise<void> {
    this.#dropSession();
    const turn = this.#turn;
    this.store.update({ path: 'connecting' });
    const listener = this.#sessionListener(turn);
    try {
      const session = await MediaSession.open(ready, this.#ask, listener, this.#relays);
      if (turn !== this.#turn) {
        session.close();
        return;
      }
      this.#session = session;
      this.#meter.beginAnew();
      this.store.update({ path: session.path });
      // First what the others send, then one's own: encoders are heavy, and a picture is what the person waits for.
      void session.join();
      this.#sendDevices();
      if (this.options.writes !== false) {
        void session.texts.open();
      }
    } catch (error) {
      if (cannotDecode(error)) {
        listener.undecodable();
      } else {
        listener.broken();
      }
    }
  }

  #sessionListener(turn: number): MediaSessionListener {
    const ifCurrent = (act: () => void) => {
      if (turn === this.#turn) {
        act();
      }
    };
    return {
      consumed: (description, track) =>
        ifCurrent(() => {
          this.store.update({ remote: withTrack(this.store.get().remote, description, track) });
          this.#holdUnheard();
        }),
      dropped: (consumerId) => ifCurrent(() => this.#forgetConsumer(consumerId)),
      unsentChanged: (source, unsent) =>
        ifCurrent(() =>
          this.store.update({ unsent: withUnsent(this.store.get().unsent, source, unsent) }),
        ),
      wrote: (participantId, message) =>
        ifCurrent(() => {
          const { others } = this.store.get();
          const from = others.find((other) => other.participantId === participantId);
          if (from !== undefined) {
            this.conversation.receive(from, message);
          }
        }),
      writableChanged: () => ifCurrent(() => this.conversation.flush()),
      pathChanged: () =>
        ifCurrent(() => this.store.update({ path: this.#session?.path ?? 'connecting' })),
      broken: () => ifCurrent(() => this.#rebuild()),
      unreceivable: () => ifCurrent(() => this.rebuildSeldom.request()),
      undecodable: () => ifCurrent(() => this.#stopFor('media.capabilities-unsupported')),
    };
  }

  /** Without an epoch to keep, the node builds its half anew too. */
  #rebuild(): void {
    this.#dropSession();
    this.#signalling.resync();
  }

  #sendDevices(): void {
    const { screen, ownLine } = this.store.get();
    const { speaking } = this.interpretation.store.get();
    if (this.#session !== undefined) {
      const devices = this.options.media.store.get();
      sendAll(this.#session, { ...devices, screen, pictures: ownLine.pictures, speaking });
    }
  }

  #forgetConsumer(consumerId: string): void {
    this.store.update({ remote: withoutConsumer(this.store.get().remote, consumerId) });
    this.#holdUnheard();
  }

  /** What the person does not listen to is not sent to them. */
  #holdUnheard(): void {
    const { remote } = this.store.get();
    const unheard = unheardChannels(remote, this.interpretation.store.get());
    unheard.forEach((isUnheard, consumerId) => this.#session?.receiver.hold(consumerId, isUnheard));
  }

  #watchAround(): () => void {
    const stops = [
      this.options.media.store.subscribe(() => this.#sendDevices()),
      watchPage({
        networkChanged: () => this.#session?.networkChanged(),
        hidden: (isHidden) => this.#session?.pictures.hide(isHidden),
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  #seat(participant: NotificationBody<'participantJoined'>): void {
    if (participant.participantId !== this.#ownId) {
      this.store.update(withParticipant(this.store.get(), participant));
    }
  }

  #setPaused(consumerId: string, paused: boolean): void {
    this.#session?.receiver.setPaused(consumerId, paused);
    this.store.update({ remote: withPaused(this.store.get().remote, consumerId, paused) });
    this.#holdUnheard();
  }

  #stopFor(reason: NonNullable<MeetingState['stoppedBy']>): void {
    this.stop();
    this.store.update({ stoppedBy: reason });
  }

  #screenChanged(screen: SharedScreen | undefined): void {
    this.store.update({ screen });
    if (screen === undefined) {
      void this.#session?.endSource('screen');
      void this.#session?.endSource('screen-audio');
    } else {
      this.#sendDevices();
    }
  }

  #dropSession(): void {
    this.#turn += 1;
    this.rebuildSeldom.cancel();
    this.#session?.close();
    this.#session = undefined;
    const { path, remote, unsent, lines, speaker, readers } = INITIAL_MEETING_STATE;
    this.store.update({ path, remote, unsent, lines, speaker, readers });
  }
}

import { isHeard } from '@tapaamo/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from '../../media/use-store.js';
import { MeetingConnection, type StopReason } from '../meeting/index.js';
import type { ClientVisitProps } from './client-visit.js';

/** Refusals after which the door knows more than this page does. */
const ASK_THE_DOOR: readonly StopReason[] = [
  'door.service-closed',
  'door.session-required',
  'link.unknown',
  'vault.sealed',
  'visit.ended',
];

/** How soon the door is tried again when the server's clock says it is not open yet. */
const NOT_OPEN_RETRY_MS = 10_000;

/** The client's connection, kept for as long as the page of the visit is shown. */
export function useClientConnection(props: ClientVisitProps) {
  const { media, leave: giveUpSeat, onTurnedBack } = props;
  const opens = isHeard(props.session.role);
  const [{ connection, takeOver, retry }] = useState(() => newConnection(props));
  useEffect(() => {
    connection.start();
    if (opens) {
      void media.open();
    }
    return () => connection.stop();
  }, [connection, media, opens]);
  useReactions(connection, props);

  const leave = useCallback(() => {
    void connection
      .leave()
      // Without a line to the node the seat is given up through the door, which closes the session too.
      .then((told) => (told ? onTurnedBack() : giveUpSeat()))
      .catch(onTurnedBack);
  }, [connection, giveUpSeat, onTurnedBack]);
  return { connection, takeOver, retry, leave };
}

/** A connection, and the press by which the person goes on with it on this device. */
function newConnection({ media, enter, onTold: onVisitChanged, session }: ClientVisitProps) {
  let takingOver = false;
  const connection = new MeetingConnection({
    media,
    onVisitChanged,
    writes: isHeard(session.role),
    getAccess: async (nodeSilent) => {
      const access = await enter({ takeOver: takingOver, nodeSilent });
      // Only the press takes over. A later reconnection must not push out a device the person went on with.
      takingOver = false;
      return access;
    },
  });
  const retry = () => {
    // The devices were closed when it stopped.
    if (isHeard(session.role)) {
      void media.open();
    }
    connection.start();
  };
  const takeOver = () => {
    takingOver = true;
    retry();
  };
  return { connection, takeOver, retry };
}

function useReactions(connection: MeetingConnection, props: ClientVisitProps): void {
  const { onEnded, onTurnedBack, onIdentificationRequired } = props;
  const { ended, stoppedBy, admission } = useStore(connection.store);
  // No other device took the place: it is nobody's. The person signed out elsewhere, or their link was replaced.
  const isPutOut = stoppedBy === 'replaced' && (admission === 'left' || admission === 'outside');
  const { media } = props;
  const opens = isHeard(props.session.role);
  useEffect(() => {
    // Nothing is sent any more, so the camera's light goes out too.
    if (stoppedBy !== undefined) {
      media.close();
    }
  }, [stoppedBy, media]);
  useEffect(() => {
    if (ended !== undefined) {
      onEnded(ended);
    }
  }, [ended, onEnded]);
  useEffect(() => {
    if (stoppedBy === 'door.identification-required') {
      onIdentificationRequired();
    } else if (stoppedBy === 'door.not-open-yet') {
      const timer = setTimeout(() => {
        if (opens) {
          void media.open();
        }
        connection.start();
      }, NOT_OPEN_RETRY_MS);
      return () => clearTimeout(timer);
    } else if (stoppedBy !== undefined && (ASK_THE_DOOR.includes(stoppedBy) || isPutOut)) {
      onTurnedBack();
    }
    return undefined;
  }, [stoppedBy, isPutOut, connection, media, opens, onTurnedBack, onIdentificationRequired]);
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { DoorActor, StaffActor } from '@tapaamo/access';
import { AppError } from '@tapaamo/common';
import { RecordKeyRefusedError, type RecordActor } from '@tapaamo/record-system';
import type { Request } from 'express';

declare global {
  // Passport and the permission guard leave here who is calling.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface User extends StaffActor {}
    interface Request {
      doorActor?: DoorActor;
      doorSecret?: string;
      recordActor?: RecordActor;
    }
  }
}

/** The signed-in member of staff; the route's permission makes sure there is one. */
export const Staff = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const { user } = context.switchToHttp().getRequest<Request>();
  if (user === undefined) {
    throw new AppError('access.sign-in-required');
  }
  return user;
});

/** The client behind the door; the route's permission makes sure there is one. */
export const Door = createParamDecorator((_: unknown, context: ExecutionContext): DoorActor => {
  const { doorActor } = context.switchToHttp().getRequest<Request>();
  if (doorActor === undefined) {
    throw new AppError('door.session-required');
  }
  return doorActor;
});

/** The record system whose key came; the route's permission makes sure there is one. */
export const RecordSystem = createParamDecorator(
  (_: unknown, context: ExecutionContext): RecordActor => {
    const { recordActor } = context.switchToHttp().getRequest<Request>();
    if (recordActor === undefined) {
      throw new RecordKeyRefusedError();
    }
    return recordActor;
  },
);

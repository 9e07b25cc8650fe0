import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { SignallingAnswer, SignallingRequest } from '@tapaamo/contracts';
import type { Place } from '@tapaamo/meeting';
import type { RequestBody } from './read-message.js';

/** Who may ask: everyone with a seat, waiting ones too, or only those who have been let in. */
export type SocketPermission = 'seated' | 'admitted';

/** What a handler says of itself. */
export interface SocketRequestDeclaration {
  event: SignallingRequest;
  permission: SocketPermission;
}

/** Carries out one kind of request. What it throws is answered with its code. */
export interface SocketRequestHandler<R extends SignallingRequest = SignallingRequest> {
  handle(place: Place, body: RequestBody<R>): Promise<SignallingAnswer<R>> | SignallingAnswer<R>;
}

const DECLARATION = Symbol('socket-request');

/** Declares which request a handler carries out and for whom. Without it the process does not start. */
export function SocketRequest(declaration: SocketRequestDeclaration): ClassDecorator {
  return (handler) => Reflect.defineMetadata(DECLARATION, declaration, handler);
}

/** What a handler class declared; `undefined` when it did not. */
export function declarationOf(
  handler: Type<SocketRequestHandler> | NewableFunction,
): SocketRequestDeclaration | undefined {
  return Reflect.getMetadata(DECLARATION, handler) as SocketRequestDeclaration | undefined;
}

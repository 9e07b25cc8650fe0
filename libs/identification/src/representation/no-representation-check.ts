import { IdentificationRejectedError } from '../identification.errors.js';
import { RepresentationCheck, type BegunCheck } from './representation-check.js';

/** Nobody is asked: the professional decides who may take part, as before. */
export class NoRepresentationCheck extends RepresentationCheck {
  override readonly isOn = false;

  override begin(): Promise<BegunCheck> {
    return Promise.reject(new IdentificationRejectedError('representation-off'));
  }

  override mayActFor(): Promise<boolean> {
    return Promise.reject(new IdentificationRejectedError('representation-off'));
  }
}

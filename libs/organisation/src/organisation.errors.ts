import { AppError, FieldError } from '@tapaamo/common';

/** The organisation is out of use, as the operator decided (`organisation.disabled`). */
export class OrganisationDisabledError extends AppError {
  constructor() {
    super('organisation.disabled');
  }
}

/** Somebody else changed the settings after they were read (`settings.changed-meanwhile`). */
export class SettingsChangedError extends AppError {
  /** @param fields - Those whose present value is not the one that was sent. */
  constructor(fields: string[]) {
    super('settings.changed-meanwhile', {
      fields: fields.map((field) => ({ field, code: 'settings.changed-meanwhile' })),
    });
  }
}

/** White text cannot be read on the colour (`settings.colour-contrast`). */
export class ColourContrastError extends FieldError {
  constructor() {
    super('accentColour', 'settings.colour-contrast');
  }
}

/** Not a picture that can be a logo (`logo.invalid`). */
export class LogoInvalidError extends FieldError {
  constructor() {
    super('logo', 'logo.invalid');
  }
}

/** The logo has too many bytes or pixels (`logo.too-large`). */
export class LogoTooLargeError extends FieldError {
  constructor() {
    super('logo', 'logo.too-large');
  }
}

/** Nobody has signed where the service records its clients' data (`booking.statement-missing`). */
export class StatementMissingError extends FieldError {
  constructor() {
    super('serviceId', 'booking.statement-missing');
  }
}

/** A lib and the libs it may import. */
type Row = readonly [lib: string, mayImport: readonly string[]];

/**
 * Who may import whom, low to high: a lib may import only libs that stand above it here, and only those its row names.
 * The table is kept minimal; add a name with the first import that needs it. Apps may import any lib.
 */
export const IMPORT_TABLE: Record<
  'words' | 'platform' | 'forgetting' | 'product' | 'acts',
  readonly Row[]
> = {
  words: [
    ['contracts', []],
    ['common', ['contracts']],
  ],
  platform: [
    ['config', ['common']],
    ['logging', ['common']],
    ['database', ['contracts', 'common', 'config', 'logging']],
    ['jobs', ['config', 'logging', 'database']],
    ['access', ['contracts']],
  ],
  forgetting: [
    ['retention', ['contracts', 'common']],
    ['audit', ['contracts', 'common', 'logging', 'database', 'access', 'retention']],
    ['vault', ['contracts', 'common', 'config', 'logging', 'database', 'retention']],
  ],
  product: [
    ['organisation', ['contracts', 'common', 'database', 'access', 'retention', 'audit']],
    [
      'professional',
      [
        'contracts',
        'common',
        'config',
        'logging',
        'database',
        'jobs',
        'access',
        'retention',
        'audit',
        'vault',
        'organisation',
      ],
    ],
    [
      'identification',
      ['contracts', 'common', 'config', 'logging', 'database', 'retention', 'audit', 'vault'],
    ],
    ['booking', ['contracts', 'common', 'database', 'retention']],
    [
      'availability',
      [
        'contracts',
        'common',
        'config',
        'database',
        'jobs',
        'access',
        'retention',
        'organisation',
        'professional',
        'booking',
      ],
    ],
    ['statistics', ['contracts', 'common', 'database', 'retention', 'organisation']],
    [
      'notification',
      [
        'contracts',
        'common',
        'config',
        'logging',
        'database',
        'jobs',
        'access',
        'retention',
        'audit',
        'vault',
        'organisation',
        'professional',
      ],
    ],
    [
      'visit',
      [
        'contracts',
        'common',
        'config',
        'logging',
        'database',
        'access',
        'retention',
        'audit',
        'vault',
        'organisation',
        'professional',
        'identification',
        'booking',
        'statistics',
        'notification',
      ],
    ],
    [
      'calendar-feed',
      [
        'contracts',
        'common',
        'config',
        'database',
        'access',
        'retention',
        'audit',
        'organisation',
        'professional',
        'booking',
        'visit',
      ],
    ],
    [
      'record-system',
      [
        'contracts',
        'common',
        'config',
        'logging',
        'database',
        'access',
        'retention',
        'audit',
        'vault',
        'organisation',
        'professional',
        'identification',
        'booking',
        'visit',
      ],
    ],
    ['media', ['common', 'config', 'logging']],
    ['meeting', ['contracts', 'common', 'config', 'logging', 'visit', 'media']],
  ],
  acts: [
    [
      'administration',
      [
        'contracts',
        'common',
        'config',
        'database',
        'retention',
        'audit',
        'vault',
        'organisation',
        'professional',
      ],
    ],
    [
      'visit-export',
      [
        'contracts',
        'common',
        'database',
        'access',
        'retention',
        'audit',
        'vault',
        'organisation',
        'professional',
        'booking',
        'visit',
      ],
    ],
    [
      'contract-end',
      [
        'common',
        'logging',
        'database',
        'audit',
        'vault',
        'organisation',
        'notification',
        'administration',
      ],
    ],
    [
      'legal-hold',
      [
        'contracts',
        'common',
        'logging',
        'database',
        'access',
        'retention',
        'audit',
        'vault',
        'organisation',
        'visit',
      ],
    ],
    [
      'purge',
      [
        'contracts',
        'common',
        'config',
        'logging',
        'database',
        'access',
        'retention',
        'audit',
        'vault',
        'identification',
        'notification',
        'visit',
      ],
    ],
  ],
};

/** Apps that may not import every lib. The web app runs where nothing but the contract has business. */
export const APP_TABLE: Readonly<Record<string, readonly string[]>> = { web: ['contracts'] };

/** Folders that alone may import a package, so that replacing it, or guarding it, is one lib's matter. */
export const PACKAGES_ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  mediasoup: ['libs/media'],
  'mediasoup-client': ['apps/web'],
  'openid-client': ['libs/identification', 'libs/professional'],
  'oidc-provider': ['apps/dev-identity-provider'],
  '@simplewebauthn/server': ['libs/professional'],
  '@simplewebauthn/browser': ['apps/web'],
  'pg-boss': ['libs/jobs'],
  nodemailer: ['libs/notification'],
  'smtp-server': ['apps/dev-message-catcher'],
  'socket.io': ['apps/meeting'],
  '@nestjs/platform-socket.io': ['apps/meeting'],
  '@nestjs/websockets': ['apps/meeting'],
  'socket.io-client': ['apps/web'],
};

/** Folders that may not import a package: they work without a database. */
export const PACKAGES_NOT_IN: Readonly<Record<string, readonly string[]>> = {
  typeorm: ['apps/web', 'libs/contracts', 'libs/common', 'libs/media', 'libs/meeting'],
};

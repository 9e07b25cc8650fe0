/** See turn-config.mjs. */
export interface TurnSettings {
  secret: string;
  realm: string;
  address: string;
  externalAddress?: string;
  mediaAddresses: readonly string[];
  certificate: string;
  key: string;
  tlsPort?: number;
  plainPort?: number | null;
  relayPorts?: readonly [number, number];
}

/** The settings of a coturn that relays to our media nodes and to nobody else. */
export function turnConfig(settings: TurnSettings): string;

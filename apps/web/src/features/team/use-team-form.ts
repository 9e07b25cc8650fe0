import type { Team } from '@tapaamo/contracts';
import { useState } from 'react';
import { hasCode } from '../../api/api-problem.js';
import { merged } from '../../forms/merged.js';
import { useChangeTeam, useTeams } from './queries.js';

/** What somebody is in the team that is being written. */
export type Part = 'none' | 'member' | 'lead';

/** The name of the team, and the part of each person by their id. */
type Values = Record<string, string>;

/**
 * A form of a team that several admins may have open. Whoever saves second hears what the first changed: an older page
 * gives nobody leadership back, and nothing that was written is lost.
 */
export function useTeamForm(team: Team, onDone: () => void) {
  const change = useChangeTeam(team.id);
  const teams = useTeams();
  const [base, setBase] = useState(team);
  const [values, setValues] = useState<Values>(() => valuesOf(team));
  /** What somebody else changed meanwhile: `name`, or whose part. */
  const [theirs, setTheirs] = useState<string[]>([]);
  const putTogether = async () => {
    const now = (await teams.refetch()).data?.find(({ id }) => id === team.id);
    if (now !== undefined) {
      const all = { ...values, ...valuesOf(base), ...valuesOf(now) };
      const nobody = Object.fromEntries(Object.keys(all).map((key) => [key, 'none']));
      const [from, mine, present] = [valuesOf(base), values, valuesOf(now)].map((some) => ({
        ...nobody,
        ...some,
      })) as [Values, Values, Values];
      const together = merged(from, mine, present);
      setValues(together.values);
      setBase(now);
      setTheirs(together.theirs);
    }
  };
  const save = () => {
    setTheirs([]);
    const { name = '', ...parts } = values;
    const members = Object.entries(parts).flatMap(([professionalId, part]) =>
      part === 'none' ? [] : [{ professionalId, leads: part === 'lead' }],
    );
    const onError = (error: unknown) => {
      if (hasCode(error, 'settings.changed-meanwhile')) {
        void putTogether();
      }
    };
    change.mutate({ name, members, version: base.version }, { onSuccess: onDone, onError });
  };
  const set = (key: string, value: string) => setValues((before) => ({ ...before, [key]: value }));
  return { values, set, save, theirs, change };
}

function valuesOf({ name, members }: Team): Values {
  const parts = members.map(({ id, leads }): [string, Part] => [id, leads ? 'lead' : 'member']);
  return { name, ...Object.fromEntries(parts) };
}

import { useMutation } from '@tanstack/react-query';
import { ApiProblem } from '../../api/api-problem.js';
import { readList, type ListProblem } from './csv/read-list.js';
import type { ListedPerson } from './csv/read-people.js';
import { withRefusals } from './csv/refusals.js';
import { checkList, useInviteMany } from './queries.js';

/** What was made of a text. */
interface CheckedList {
  text: string;
  problem?: ListProblem;
  people?: readonly ListedPerson[];
}

/** A list on its way from a text to invitations: first it is only looked at, then everybody is invited or nobody. */
export function useList() {
  const check = useMutation({ mutationFn: checkText });
  const invite = useInviteMany();
  const { people } = check.data ?? {};
  const shown = people && withRefusals(people, refusedBy(invite.error));
  return {
    check: (text: string) => {
      invite.reset();
      check.mutate(text);
    },
    invite: () => invite.mutate((people ?? []).map(({ member }) => member)),
    isChecking: check.isPending,
    isInviting: invite.isPending,
    checkedText: check.data?.text,
    problem: check.data?.problem,
    people: shown,
    invited: invite.data?.invited,
    /** What went wrong with the list as a whole. */
    error: check.error ?? (refusedBy(invite.error).length > 0 ? null : invite.error),
  };
}

async function checkText(text: string): Promise<CheckedList> {
  const reading = await readList(text);
  if ('problem' in reading) {
    return { text, problem: reading.problem };
  }
  const { people } = reading;
  if (people.some(({ problems }) => problems.length > 0)) {
    return { text, people };
  }
  try {
    await checkList(people.map(({ member }) => member));
    return { text, people };
  } catch (error) {
    if (refusedBy(error).length === 0) {
      throw error;
    }
    return { text, people: withRefusals(people, refusedBy(error)) };
  }
}

function refusedBy(error: unknown) {
  return error instanceof ApiProblem ? error.fields : [];
}

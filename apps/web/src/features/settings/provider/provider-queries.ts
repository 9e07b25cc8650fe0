import type {
  ChangeSignInProviderRequest,
  SignInProviderSettings,
  SignInProviderTest,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../../api/request.js';

const PROVIDER = ['sign-in-provider'] as const;
const PATH = '/api/organisation/sign-in-provider';

/** The organisation's provider. */
export function useProvider() {
  return useQuery({ queryKey: PROVIDER, queryFn: () => readProvider() });
}

/** The settings as they are now. */
export function readProvider(): Promise<SignInProviderSettings> {
  return get<SignInProviderSettings>(PATH);
}

/** Saves the settings. */
export function useSaveProvider() {
  const client = useQueryClient();
  return async (request: ChangeSignInProviderRequest): Promise<SignInProviderSettings> => {
    const saved = await post<SignInProviderSettings>(PATH, request);
    client.setQueryData(PROVIDER, saved);
    return saved;
  };
}

/** Looks at a provider before anybody depends on it. */
export function useTestProvider() {
  return useMutation({
    mutationFn: (issuer: string) => post<SignInProviderTest>(`${PATH}/test`, { issuer }),
  });
}

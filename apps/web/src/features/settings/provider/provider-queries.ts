import type {
  ChangeSignInProviderRequest,
  ChangeSignInRuleRequest,
  SignInProviderSettings,
  SignInProviderTest,
  SignInRule,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../../api/request.js';

const PROVIDER = ['sign-in-provider'] as const;
const RULE = ['sign-in-rule'] as const;
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

/** Whether staff signs in by the provider only. */
export function useRule() {
  return useQuery({ queryKey: RULE, queryFn: () => readRule() });
}

/** The rule as it is now. */
export function readRule(): Promise<SignInRule> {
  return get<SignInRule>(`${PATH}/rule`);
}

/** Saves the rule. */
export function useSaveRule() {
  const client = useQueryClient();
  return async (request: ChangeSignInRuleRequest): Promise<SignInRule> => {
    const saved = await post<SignInRule>(`${PATH}/rule`, request);
    client.setQueryData(RULE, saved);
    return saved;
  };
}

/** Looks at a provider before anybody depends on it. */
export function useTestProvider() {
  return useMutation({
    mutationFn: (issuer: string) => post<SignInProviderTest>(`${PATH}/test`, { issuer }),
  });
}

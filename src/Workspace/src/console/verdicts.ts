import type { Condition, DraftRuleDocument, Route, RuleVerdict } from '../api/types';
import { t } from '../text/en';
import type { Json } from './draft';
import type { Row } from './rows';

/** The rules to try: those that are stored, with a draft in the place of what it will replace. What is unreadable cannot be tried. */
export function tried(stored: readonly Row[], draft: Json | null): DraftRuleDocument[] {
  const others = stored.filter((row) => !row.unreadable && row.id !== draft?.id).map(({ version: _, ...rule }) => rule as Json);
  return [...others, ...(draft === null ? [] : [draft])] as unknown as DraftRuleDocument[];
}

/** What is wrong with rules that are tried, said of the rule that it is about. */
export function ruleFault(field: string, reason: string, rules: readonly DraftRuleDocument[]): string {
  const [, index, rest] = /^rules\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
  if (index === undefined) return `${field}: ${reason}`;
  return t.console.trial.ruleFault(rules[Number(index)]?.id ?? index, rest ?? '', reason);
}

export function verdictOf({ asked, matched, decided }: RuleVerdict): keyof typeof t.console.trial & ('decided' | 'matched' | 'unmatched' | 'notAsked') {
  return decided ? 'decided' : matched ? 'matched' : asked ? 'unmatched' : 'notAsked';
}

export function conditionText({ condition, attribute, expected, actual, reason }: Condition): string {
  return t.console.trial.expected(attribute === null ? condition : `${condition} ${attribute}`, expected.join(', '), actual, reason);
}

export function routeText({ queue, priority, skills, tags }: Route): string {
  return t.console.trial.route(queue, priority, [...skills, ...tags].join(', '));
}

import type { components } from './contract';

type Schemas = components['schemas'];

export type Actor = Schemas['Actor'];
export type Agent = Schemas['Agent'];
export type Consent = Schemas['Consent'];
export type Count = Schemas['Count'];
export type Customer = Schemas['Customer'];
export type Delivery = Schemas['Delivery'];
export type Figures = Schemas['Figures'];
export type Inbox = Schemas['Inbox'];
export type InboxItem = Schemas['InboxItem'];
export type Interaction = Schemas['Interaction'];
export type Line = Schemas['Line'];
export type LogEntry = Schemas['LogEntry'];
export type Me = Schemas['Me'];
export type Message = Schemas['Message'];
export type Profile = Schemas['Profile'];
export type Queue = Schemas['Queue'];
export type Report = Schemas['Report'];
export type StandardResponse = Schemas['Response'];
export type Task = Schemas['Task'];
export type Timer = Schemas['Timer'];
export type User = Schemas['User'];

/** What a refusal says, besides that it is one. */
export type ProblemDocument = Schemas['Problem'];

export type Presence = Inbox['presence']['status'];
export type Role = Me['role'];

/** What admins configure, as it is written and as it is answered. */
export type AgentDocument = Schemas['AgentDocument'];
export type HoursDocument = Schemas['HoursDocument'];
export type LineDocument = Schemas['LineDocument'];
export type QueueDocument = Schemas['QueueDocument'];
export type ResponseDocument = Schemas['ResponseDocument'];
export type RuleDocument = Schemas['RuleDocument'];
export type WhenDocument = Schemas['WhenDocument'];
export type DraftRuleDocument = Schemas['DraftRuleDocument'];
export type SampleDocument = Schemas['SampleDocument'];
export type RuleTest = Schemas['RuleTest'];
export type RuleVerdict = Schemas['RuleVerdict'];
export type RuleReplay = Schemas['RuleReplay'];
export type Condition = Schemas['Condition'];
export type Route = Schemas['Route'];
export type OpeningTime = Schemas['OpeningTime'];
export type Token = Schemas['Token'];
export type IssuedToken = Schemas['IssuedToken'];
export type ListedUnprocessed = Schemas['ListedUnprocessed'];

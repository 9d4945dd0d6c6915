/** Takes briefs to other systems and brings back what became of them. For servers: secrets have no place in a browser. */
import { azureDevOps } from './azure-devops.ts';
import type { AnyConnector } from './connector.ts';
import { email } from './email.ts';
import { github } from './github.ts';
import { jira } from './jira/jira.ts';
import { serviceNow } from './servicenow.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { topdesk } from './topdesk.ts';
import { webhook } from './webhook.ts';

export { azureDevOps } from './azure-devops.ts';
export type { AzureDevOpsConfig } from './azure-devops.ts';
export { ConnectorError, defineConnector, isConnectorError } from './connector.ts';
export type {
  AnyConnector,
  Connection,
  Connector,
  ConnectorContext,
  Delivery,
  InboundRequest,
  StatusUpdate,
  TargetLink,
  TargetState,
} from './connector.ts';
export { email } from './email.ts';
export type { EmailConfig } from './email.ts';
export { github } from './github.ts';
export type { GitHubConfig } from './github.ts';
export { jira } from './jira/jira.ts';
export type { JiraConfig } from './jira/config.ts';
export { serviceNow } from './servicenow.ts';
export type { ServiceNowConfig } from './servicenow.ts';
export { slack } from './slack.ts';
export type { SlackConfig } from './slack.ts';
export { teams } from './teams.ts';
export type { TeamsConfig } from './teams.ts';
export { topdesk } from './topdesk.ts';
export type { TopdeskConfig } from './topdesk.ts';
export { webhook } from './webhook.ts';
export type { WebhookConfig } from './webhook.ts';
/** For connectors of one's own: the questions, the text of a brief and its forms. */
export { anyAnswer, createAsk } from './ask.ts';
export type { Ask, AskOptions, Question, TargetAnswer } from './ask.ts';
export { briefBody, briefTitle, renderWithin } from './body/body.ts';
export type { Block, BodyOptions, Renderer } from './body/body.ts';
export { renderHtml } from './body/html.ts';
export { renderMarkdown } from './body/markdown.ts';
export { renderPlain } from './body/plain.ts';

/** Every connector that comes with Wherefore, by its `name` in the configuration. */
export const connectors: readonly AnyConnector[] = [
  webhook,
  github,
  jira,
  azureDevOps,
  serviceNow,
  topdesk,
  slack,
  teams,
  email,
];

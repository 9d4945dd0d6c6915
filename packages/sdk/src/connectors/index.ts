export { ConnectorError, defineConnector } from './connector.ts';
export type {
  Connection,
  Connector,
  ConnectorContext,
  Delivery,
  InboundRequest,
  TargetLink,
  TargetState,
} from './connector.ts';

import type { AnyConnector } from '@wherefore/sdk/connectors';

/** The connectors that the settings can name without any code. */
export const builtIn: readonly AnyConnector[] = [];

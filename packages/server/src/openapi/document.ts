/** The OpenAPI 3.1 document, made from the routes and the schemas that the server runs on. */
import { PROBLEMS } from '@wherefore/core/wire';
import { problemsOf } from '../routes/route.ts';
import type { Route } from '../routes/route.ts';
import { jsonSchemas } from './schemas.ts';
import type { JsonSchema, SchemaName } from './schemas.ts';

const VERSION = '1.0.0';

export function openApiDocument(routes: readonly Route[], publicUrl: string | undefined) {
  const schemas = jsonSchemas();
  // A query is spelled out in parameters, so nothing refers to it.
  const queries = new Set<string | undefined>(routes.map(({ query }) => query));
  const named = Object.entries(schemas).filter(([name]) => !queries.has(name));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route, schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wherefore protocol',
      version: VERSION,
      summary: 'From a request to the need behind it',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    ...(publicUrl !== undefined && { servers: [{ url: publicUrl }] }),
    paths,
    components: {
      schemas: Object.fromEntries(named),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'wherefore',
          description: '`__Host-wherefore` over https',
        },
      },
    },
  };
}

function operation(route: Route, schemas: Record<SchemaName, JsonSchema>) {
  return {
    operationId: route.id,
    summary: route.summary,
    security: route.access === 'reviewer' ? [{ session: [] }] : [],
    ...parameters(route, schemas),
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: reference(route.body) } } },
    }),
    responses: { ...goodAnswers(route), ...problemAnswers(route) },
  };
}

function parameters(route: Route, schemas: Record<SchemaName, JsonSchema>) {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(route.query ? (schemas[route.query]['properties'] ?? {}) : {}).map(
    ([name, schema]) => ({ name, in: 'query', required: false, schema }),
  );
  const inHeaders = Object.entries(route.headers ?? {}).map(([name, header]) => ({
    name,
    in: 'header',
    ...header,
    schema: { type: 'string' },
  }));
  const all = [...inPath, ...inQuery, ...inHeaders];
  return all.length === 0 ? {} : { parameters: all };
}

function goodAnswers(route: Route) {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, { description, schema, headers }]) => [
      status,
      {
        description,
        ...(headers && {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, text]) => [
              name,
              { description: text, schema: { type: 'string' } },
            ]),
          ),
        }),
        ...(schema && { content: { 'application/json': { schema: reference(schema) } } }),
      },
    ]),
  );
}

/** One answer for each status, with every code that it can carry. */
function problemAnswers(route: Route) {
  const byStatus = Map.groupBy(problemsOf(route), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('. '),
        content: {
          'application/problem+json': {
            schema: { allOf: [reference('Problem')], properties: { code: { enum: codes } } },
          },
        },
      },
    ]),
  );
}

function reference(name: SchemaName) {
  return { $ref: `#/components/schemas/${name}` };
}

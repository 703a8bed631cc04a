import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { ingest, type Pipeline, search } from './pipeline.ts';

/** `PUT /documents/<name>` ingests a document, `GET /search?q=<question>` finds what is nearest. */
export function serviceOf(pipeline: Pipeline): Server {
  return createServer(async (request, response) => {
    try {
      const answer = await answerTo(request, pipeline);
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? { error: 'there is no such address' }));
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
}

async function answerTo(request: IncomingMessage, pipeline: Pipeline): Promise<object | undefined> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, name] = /^\/documents\/([^/]+)$/.exec(pathname) ?? [];
  if (request.method === 'PUT' && name !== undefined) {
    return { chunks: await ingest(pipeline, { name: decodeURIComponent(name), text: await text(request) }) };
  }
  const question = searchParams.get('q');
  if (request.method === 'GET' && pathname === '/search' && question) return search(pipeline, question);
  return undefined;
}

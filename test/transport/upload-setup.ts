/** A page with the uploader, a receiver, and a network between them that can be made to fail. */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { root } from '../receiver/setup.js';

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Serves an empty page and the library's uploader beside it, as the browser gets them. */
export async function servePage(): Promise<{ origin: string; close(): void }> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      lib: { entry: join(root, 'src/transport/tus-uploader.ts'), formats: ['es'], fileName: 'uploader' },
    },
  })) as Rolldown.RolldownOutput[];
  const files = new Map(
    built[0]!.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const server = createServer((asked, answer) => {
    const file = files.get(asked.url!);
    if (file !== undefined) answer.writeHead(200, { 'Content-Type': 'text/javascript' }).end(file);
    else answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Uploads</title>');
  });
  const origin = await listen(server);
  return { origin, close: () => server.close() };
}

/** What the network does with a request: answers itself, or cuts the line after so many bytes of its body. */
export type Trouble = { status: number } | { cutAfter: number } | undefined;

export interface Network {
  origin: string;
  /** Asked for every request, preflights excepted. */
  trouble: (asked: IncomingMessage) => Trouble;
  /** `PATCH`, `HEAD`, …, in order. */
  methods: string[];
  /** Bytes of bodies that went through. */
  bytes: number;
  close(): void;
}

/** A line to a receiver that can be made to fail. */
export async function network(target: string): Promise<Network> {
  const server = createServer((asked, answer) => {
    if (asked.method === 'OPTIONS') return forward(asked, answer);
    line.methods.push(asked.method!);
    const trouble = line.trouble(asked);
    if (trouble && 'status' in trouble) {
      answer.writeHead(trouble.status, { 'Access-Control-Allow-Origin': '*' }).end();
      asked.resume();
    } else forward(asked, answer, trouble?.cutAfter);
  });

  function forward(asked: IncomingMessage, answer: ServerResponse, cutAfter = Infinity): void {
    const onward = request(target + asked.url!, {
      method: asked.method,
      headers: { ...asked.headers, host: new URL(target).host },
    });
    onward.on('response', (response) => {
      answer.writeHead(response.statusCode!, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    let passed = 0;
    asked.on('data', (piece: Buffer) => {
      passed += piece.length;
      line.bytes += piece.length;
      const cut = passed >= cutAfter;
      // What went through before the cut arrives.
      onward.write(piece, () => cut && setTimeout(() => onward.destroy(), 100));
      if (cut) asked.socket.destroy();
    });
    asked.on('end', () => onward.end());
    asked.on('close', () => asked.complete || passed >= cutAfter || onward.destroy());
  }

  const line: Network = {
    origin: await listen(server),
    trouble: () => undefined,
    methods: [],
    bytes: 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return line;
}

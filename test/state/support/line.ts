/** A line to a receiver that cuts, delays, or answers something else. */
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pause } from './form.js';

/**
 * `cut`: the request never arrives; `lose`: it arrives and its answer does not; `delay`: it comes late, in
 * milliseconds; `answer`: something in between answers.
 */
export type Trouble =
  | { kind: 'cut' }
  | { kind: 'lose' }
  | { kind: 'delay'; ms: number }
  | { kind: 'answer'; status: number; type: string; body: string; headers?: Record<string, string> };

export interface Line {
  origin: string;
  trouble: (asked: IncomingMessage) => Trouble | undefined;
  /** Method and path of every request that reached the line. */
  asked: string[];
  close(): void;
}

export async function createLine(target: string): Promise<Line> {
  const server = createServer(async (asked, answer) => {
    line.asked.push(`${asked.method} ${asked.url}`);
    const trouble = line.trouble(asked);
    if (trouble?.kind === 'cut') return void asked.socket.destroy();
    if (trouble?.kind === 'answer') {
      asked.resume();
      return void answer
        .writeHead(trouble.status, { 'Content-Type': trouble.type, ...trouble.headers })
        .end(trouble.body);
    }
    if (trouble?.kind === 'delay') await pause(trouble.ms);
    const onward = request(target + asked.url!, {
      method: asked.method,
      headers: { ...asked.headers, host: new URL(target).host },
    });
    onward.on('error', () => answer.destroy());
    onward.on('response', (response) => {
      if (trouble?.kind === 'lose') {
        response.resume();
        response.on('end', () => asked.socket.destroy());
        return;
      }
      answer.writeHead(response.statusCode!, response.headers);
      response.pipe(answer);
    });
    asked.pipe(onward);
  });
  const line: Line = {
    origin: '',
    trouble: () => undefined,
    asked: [],
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  line.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return line;
}

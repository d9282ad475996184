/** A line between browser and receiver that carries only so many bytes a second, and counts them. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  origin: string;
  /** Bytes that the browser sent and the line carried. */
  sent(): number;
  close(): Promise<void>;
}

export async function slowLine(to: string, bytesPerSecond: number): Promise<SlowLine> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let sent = 0;
  const server = createServer((browser) => {
    const receiver = connect(Number(port), hostname);
    for (const socket of [browser, receiver]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    receiver.pipe(browser);
    browser.on('data', (piece) => {
      sent += piece.length;
      receiver.write(piece);
      browser.pause();
      setTimeout(() => browser.resume(), (piece.length / bytesPerSecond) * 1000);
    });
    browser.on('close', () => receiver.end());
    browser.on('end', () => receiver.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

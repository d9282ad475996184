import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Files let go over an element or pasted into it. Folders are named, since a browser does not hand on what is in them. */
export interface Dropped {
  files: File[];
  folders: string[];
}

/** Listens for files that are dragged over its host, dropped on it, or pasted. Anything but files is left alone. */
export class FileDrop implements ReactiveController {
  /** Files are being held over the host. */
  over = false;
  /** What the pointer entered last: leaving anything else is leaving a child for another. */
  #entered: EventTarget | undefined;
  #abort: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly open: () => boolean,
    private readonly take: (dropped: Dropped) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.host.addEventListener('dragenter', this.#enter, { signal });
    this.host.addEventListener('dragover', this.#hover, { signal });
    this.host.addEventListener('dragleave', this.#leave, { signal });
    this.host.addEventListener('drop', this.#drop, { signal });
    this.host.addEventListener('paste', this.#paste, { signal });
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#show(false);
  }

  #enter = (event: DragEvent) => {
    if (!this.#isFor(event)) return;
    event.preventDefault();
    this.#entered = event.composedPath()[0];
    this.#show(true);
  };

  #hover = (event: DragEvent) => {
    if (!this.#isFor(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.#show(true);
  };

  #leave = (event: DragEvent) => {
    if (event.composedPath()[0] === this.#entered) this.#show(false);
  };

  #drop = (event: DragEvent) => {
    this.#show(false);
    if (!this.#isFor(event)) return;
    event.preventDefault();
    this.take(read(event.dataTransfer));
  };

  #paste = (event: ClipboardEvent) => {
    const target = event.composedPath()[0];
    const isField = target instanceof Element && target.matches('input, textarea');
    if (isField || !this.open() || !event.clipboardData?.files.length) return;
    event.preventDefault();
    this.take(read(event.clipboardData));
  };

  #isFor = (event: DragEvent) => this.open() && event.dataTransfer?.types.includes('Files') === true;

  #show(over: boolean): void {
    if (!over) this.#entered = undefined;
    if (over === this.over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}

function read(data: DataTransfer | null): Dropped {
  const dropped: Dropped = { files: [], folders: [] };
  for (const item of data?.items ?? []) {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (!file) continue;
    if (item.webkitGetAsEntry?.()?.isDirectory) dropped.folders.push(file.name);
    else dropped.files.push(file);
  }
  return dropped;
}

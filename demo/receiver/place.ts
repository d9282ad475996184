import type { Credentials } from './credentials.js';
import type { Database } from './db.js';
import type { FileFolder } from './files.js';

/** What the routes of one receiver share. */
export interface Place {
  database: Database;
  credentials: Credentials;
  files: FileFolder;
  now(): Date;
  /** Largest JSON body, in bytes. */
  maxJsonBytes: number;
  /** Largest file, in bytes. */
  maxFileBytes: number;
}
